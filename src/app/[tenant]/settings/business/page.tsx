import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BusinessSettingsPage } from "@/components/settings/business/business-settings";
import { requirePage } from "@/server/auth/require-page";
import { Hydrate, serverApi } from "@/trpc/server";

interface BusinessPageProps {
  params: Promise<{ tenant: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.business");
  return { title: t("title") };
}

export default async function BusinessPage({ params }: BusinessPageProps) {
  const { tenant: slug } = await params;
  await requirePage(slug, "settings:write");
  const { trpc, queryClient } = serverApi(slug);
  await queryClient.prefetchQuery(trpc.business.get.queryOptions());
  return (
    <Hydrate slug={slug}>
      <BusinessSettingsPage />
    </Hydrate>
  );
}
