import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReportList } from "@/components/calls/reports/report-list";
import { PageHeader } from "@/components/page-header";
import { requirePlatformPage } from "@/server/auth/require-page";
import { Hydrate, serverApi } from "@/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("calls.reports.platform");
  return { title: t("title") };
}

export default async function ReportsPage() {
  await requirePlatformPage();
  const { trpc, queryClient } = serverApi("platform");
  const t = await getTranslations("calls.reports.platform");
  await queryClient.prefetchQuery(trpc.platform.callReports.queryOptions());
  return (
    <Hydrate slug="platform">
      <PageHeader title={t("title")} description={t("description")} />
      <ReportList />
    </Hydrate>
  );
}
