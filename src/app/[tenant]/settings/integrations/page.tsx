import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Integrations } from "@/components/settings/integrations/integrations";
import { requirePage } from "@/server/auth/require-page";
import { Hydrate, serverApi } from "@/trpc/server";

interface IntegrationsPageProps {
  params: Promise<{ tenant: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.integrations");
  return { title: t("title") };
}

export default async function IntegrationsPage({ params }: IntegrationsPageProps) {
  const { tenant: slug } = await params;
  await requirePage(slug, "settings:write");
  const { trpc, queryClient } = serverApi(slug);
  await queryClient.prefetchQuery(trpc.integrations.get.queryOptions());
  return (
    <Hydrate slug={slug}>
      <Integrations />
    </Hydrate>
  );
}
