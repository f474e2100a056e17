import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ServiceList } from "@/components/team/service-list";
import { requirePage } from "@/server/auth/require-page";
import { Hydrate, serverApi } from "@/trpc/server";

interface ServiceListPageProps {
  params: Promise<{ tenant: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("team");
  return { title: t("parts.services") };
}

export default async function ServiceListPage({ params }: ServiceListPageProps) {
  const { tenant: slug } = await params;
  await requirePage(slug, "catalog:read");
  const { trpc, queryClient } = serverApi(slug);
  await Promise.all([queryClient.prefetchQuery(trpc.services.list.queryOptions())]);
  return (
    <Hydrate slug={slug}>
      <ServiceList />
    </Hydrate>
  );
}
