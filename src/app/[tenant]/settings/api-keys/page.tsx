import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ApiKeys } from "@/components/settings/api-keys/api-keys";
import { requirePage } from "@/server/auth/require-page";
import { Hydrate, serverApi } from "@/trpc/server";

interface ApiKeysPageProps {
  params: Promise<{ tenant: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.apiKeys");
  return { title: t("title") };
}

export default async function ApiKeysPage({ params }: ApiKeysPageProps) {
  const { tenant: slug } = await params;
  await requirePage(slug, "settings:write");
  const { trpc, queryClient } = serverApi(slug);
  await queryClient.prefetchQuery(trpc.apiKeys.list.queryOptions());
  return (
    <Hydrate slug={slug}>
      <ApiKeys />
    </Hydrate>
  );
}
