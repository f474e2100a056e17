import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readId } from "@/components/read-id";
import { BranchPage } from "@/components/team/branch-page";
import { requirePage } from "@/server/auth/require-page";
import { Hydrate, serverApi } from "@/trpc/server";
import { notFoundIfRefused } from "../../not-found-if-refused";

interface BranchDetailPageProps {
  params: Promise<{ tenant: string; id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("team");
  return { title: t("title") };
}

export default async function BranchDetailPage({ params }: BranchDetailPageProps) {
  const { tenant: slug, id } = await params;
  await requirePage(slug, "catalog:read");
  const branchId = readId(id);
  if (branchId === undefined) notFound();
  const { trpc, queryClient } = serverApi(slug);
  await Promise.all([
    queryClient.fetchQuery(trpc.branches.get.queryOptions({ branchId })).catch(notFoundIfRefused),
    queryClient.prefetchQuery(trpc.branches.outsideHours.queryOptions({ branchId })),
  ]);
  return (
    <Hydrate slug={slug}>
      <BranchPage branchId={branchId} />
    </Hydrate>
  );
}
