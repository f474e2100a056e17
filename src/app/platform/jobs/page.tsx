import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/page-header";
import { requirePlatformPage } from "@/server/auth/require-page";
import { Hydrate, serverApi } from "@/trpc/server";
import { FailedRuns } from "./failed-runs";
import { Health } from "./health";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("platform.jobs");
  return { title: t("title") };
}

export default async function JobsPage() {
  await requirePlatformPage();
  const { trpc, queryClient } = serverApi("platform");
  const t = await getTranslations("platform.jobs");
  await Promise.all([
    queryClient.prefetchQuery(trpc.platform.health.queryOptions()),
    queryClient.prefetchQuery(trpc.platform.failedRuns.queryOptions()),
  ]);
  return (
    <Hydrate slug="platform">
      <PageHeader title={t("title")} />
      <div className="flex flex-col gap-9">
        <Health />
        <FailedRuns />
      </div>
    </Hydrate>
  );
}
