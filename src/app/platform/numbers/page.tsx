import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { asked, loadNumberAddress } from "@/components/platform/addresses";
import { NumberList } from "@/components/platform/numbers/number-list";
import type { SearchParams } from "@/lib/address";
import { requirePlatformPage } from "@/server/auth/require-page";
import { Hydrate, serverApi } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("platform.numbers");
  return { title: t("title") };
}

export default async function NumbersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requirePlatformPage();
  const { trpc, queryClient } = serverApi("platform");
  const address = await loadNumberAddress(searchParams);
  await Promise.all([
    queryClient.prefetchQuery(trpc.platform.numbers.queryOptions(asked(address))),
    queryClient.prefetchQuery(trpc.platform.wishedNumbers.queryOptions()),
  ]);
  return (
    <Hydrate slug="platform">
      <NumberList />
    </Hydrate>
  );
}
