import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readId } from "@/components/read-id";
import { ServicePage } from "@/components/team/service-page";
import { requirePage } from "@/server/auth/require-page";
import { Hydrate, serverApi } from "@/trpc/server";
import { notFoundIfRefused } from "../../not-found-if-refused";

interface ServiceDetailPageProps {
  params: Promise<{ tenant: string; id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("team");
  return { title: t("title") };
}

export default async function ServiceDetailPage({ params }: ServiceDetailPageProps) {
  const { tenant: slug, id } = await params;
  await requirePage(slug, "catalog:read");
  const serviceId = readId(id);
  if (serviceId === undefined) notFound();
  const { trpc, queryClient } = serverApi(slug);
  await Promise.all([
    queryClient.fetchQuery(trpc.services.get.queryOptions({ serviceId })).catch(notFoundIfRefused),
    queryClient.prefetchQuery(trpc.resources.list.queryOptions()),
  ]);
  return (
    <Hydrate slug={slug}>
      <ServicePage serviceId={serviceId} />
    </Hydrate>
  );
}
