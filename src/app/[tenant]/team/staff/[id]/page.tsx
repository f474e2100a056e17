import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readId } from "@/components/read-id";
import { StaffPage } from "@/components/team/staff-page";
import { requirePage } from "@/server/auth/require-page";
import { Hydrate, serverApi } from "@/trpc/server";
import { notFoundIfRefused } from "../../not-found-if-refused";

interface StaffDetailPageProps {
  params: Promise<{ tenant: string; id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("team");
  return { title: t("title") };
}

export default async function StaffDetailPage({ params }: StaffDetailPageProps) {
  const { tenant: slug, id } = await params;
  await requirePage(slug, "catalog:read");
  const staffId = readId(id);
  if (staffId === undefined) notFound();
  const { trpc, queryClient } = serverApi(slug);
  await Promise.all([
    queryClient.fetchQuery(trpc.staff.get.queryOptions({ staffId })).catch(notFoundIfRefused),
    queryClient.prefetchQuery(trpc.services.list.queryOptions()),
    queryClient.prefetchQuery(trpc.branches.list.queryOptions()),
    queryClient.prefetchQuery(trpc.catalog.staff.queryOptions()),
    queryClient.prefetchQuery(trpc.calendarFeeds.get.queryOptions({ staffId })),
  ]);
  return (
    <Hydrate slug={slug}>
      <StaffPage staffId={staffId} />
    </Hydrate>
  );
}
