import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { asked, loadDeliveryAddress } from "@/components/platform/addresses";
import { DeliveryList } from "@/components/platform/inbox/delivery-list";
import type { SearchParams } from "@/lib/address";
import { requirePlatformPage } from "@/server/auth/require-page";
import { Hydrate, serverApi } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("platform.inbox");
  return { title: t("title") };
}

export default async function InboxPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requirePlatformPage();
  const { trpc, queryClient } = serverApi("platform");
  const address = await loadDeliveryAddress(searchParams);
  await Promise.all([
    queryClient.prefetchQuery(trpc.platform.deliveries.queryOptions(asked(address))),
    queryClient.prefetchQuery(trpc.platform.assignmentOptions.queryOptions()),
  ]);
  return (
    <Hydrate slug="platform">
      <DeliveryList />
    </Hydrate>
  );
}
