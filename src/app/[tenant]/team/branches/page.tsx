import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BranchList } from "@/components/team/branch-list";
import { requirePage } from "@/server/auth/require-page";
import { Hydrate, serverApi } from "@/trpc/server";

interface BranchListPageProps {
  params: Promise<{ tenant: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("team");
  return { title: t("parts.branches") };
}

export default async function BranchListPage({ params }: BranchListPageProps) {
  const { tenant: slug } = await params;
  await requirePage(slug, "catalog:read");
  const { trpc, queryClient } = serverApi(slug);
  await Promise.all([queryClient.prefetchQuery(trpc.branches.list.queryOptions())]);
  return (
    <Hydrate slug={slug}>
      <BranchList />
    </Hydrate>
  );
}
