import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { asked, loadTenantAddress } from "@/components/platform/addresses";
import { TenantList } from "@/components/platform/tenants/tenant-list";
import type { SearchParams } from "@/lib/address";
import { requirePlatformPage } from "@/server/auth/require-page";
import { Hydrate, serverApi } from "@/trpc/server";

/** Absolute, because the layout's template serves only the pages below this one. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("platform");
  return { title: { absolute: `${t("tenants.title")} · ${t("title")}` } };
}

export default async function TenantsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requirePlatformPage();
  const { trpc, queryClient } = serverApi("platform");
  const address = await loadTenantAddress(searchParams);
  await queryClient.prefetchQuery(trpc.platform.tenants.queryOptions(asked(address)));
  return (
    <Hydrate slug="platform">
      <TenantList />
    </Hydrate>
  );
}
