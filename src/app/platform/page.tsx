import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/page-header";
import { requirePlatformPage } from "@/server/auth/require-page";
import { Hydrate, serverApi } from "@/trpc/server";
import { TenantsTable } from "./tenants-table";

/** Absolute, because the layout's template serves only the pages below this one. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("platform");
  return { title: { absolute: `${t("tenants.title")} · ${t("title")}` } };
}

export default async function TenantsPage() {
  await requirePlatformPage();
  const { trpc, queryClient } = serverApi("platform");
  const t = await getTranslations("platform.tenants");
  await Promise.all([queryClient.prefetchQuery(trpc.platform.tenants.queryOptions())]);
  return (
    <Hydrate slug="platform">
      <PageHeader title={t("title")} description={t("enterNote")} />
      <TenantsTable />
    </Hydrate>
  );
}
