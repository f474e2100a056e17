import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/page-header";
import { requirePlatformPage } from "@/server/auth/require-page";
import { Hydrate, serverApi } from "@/trpc/server";
import { UnassignedNumbers } from "./unassigned-numbers";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("platform.unassigned");
  return { title: t("title") };
}

export default async function UnassignedPage() {
  await requirePlatformPage();
  const { trpc, queryClient } = serverApi("platform");
  const t = await getTranslations("platform.unassigned");
  await Promise.all([queryClient.prefetchQuery(trpc.platform.unassignedNumbers.queryOptions())]);
  return (
    <Hydrate slug="platform">
      <PageHeader title={t("title")} description={t("description")} />
      <UnassignedNumbers />
    </Hydrate>
  );
}
