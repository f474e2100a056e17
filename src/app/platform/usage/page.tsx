import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadUsageAddress } from "@/components/platform/addresses";
import { platformTimeZone } from "@/components/platform/platform-time-zone";
import { UsageTable } from "@/components/platform/usage/usage-table";
import type { SearchParams } from "@/lib/address";
import { wallTimeOf } from "@/lib/plain-date";
import { requirePlatformPage } from "@/server/auth/require-page";
import { Hydrate, serverApi } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("platform.usage");
  return { title: t("title") };
}

export default async function UsagePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requirePlatformPage();
  const { trpc, queryClient } = serverApi("platform");
  const thisMonth = wallTimeOf(new Date(), platformTimeZone).date.slice(0, 7);
  const { month, cursor } = await loadUsageAddress(searchParams);
  await queryClient.prefetchQuery(
    trpc.platform.usage.queryOptions({ month: month ?? thisMonth, cursor: cursor ?? undefined }),
  );
  return (
    <Hydrate slug="platform">
      <UsageTable thisMonth={thisMonth} />
    </Hydrate>
  );
}
