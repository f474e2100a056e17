import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffList } from "@/components/team/staff-list";
import { requirePage } from "@/server/auth/require-page";
import { Hydrate, serverApi } from "@/trpc/server";

interface StaffListPageProps {
  params: Promise<{ tenant: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("team");
  return { title: t("title") };
}

export default async function StaffListPage({ params }: StaffListPageProps) {
  const { tenant: slug } = await params;
  await requirePage(slug, "catalog:read");
  const { trpc, queryClient } = serverApi(slug);
  await Promise.all([
    queryClient.prefetchQuery(trpc.staff.list.queryOptions()),
    queryClient.prefetchQuery(trpc.catalog.staff.queryOptions()),
    queryClient.prefetchQuery(trpc.catalog.branches.queryOptions()),
  ]);
  return (
    <Hydrate slug={slug}>
      <StaffList />
    </Hydrate>
  );
}
