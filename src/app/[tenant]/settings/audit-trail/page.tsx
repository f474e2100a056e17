import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { filterOf, loadTrailAddress } from "@/components/settings/audit-trail/address";
import { AuditTrail } from "@/components/settings/audit-trail/audit-trail";
import type { SearchParams } from "@/lib/address";
import { requirePage } from "@/server/auth/require-page";
import { Hydrate, serverApi } from "@/trpc/server";

interface AuditTrailPageProps {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auditTrail");
  return { title: t("title") };
}

export default async function AuditTrailPage({ params, searchParams }: AuditTrailPageProps) {
  const { tenant: slug } = await params;
  await requirePage(slug, "audit:read");
  const { cursor, ...filter } = await loadTrailAddress(searchParams);
  const { trpc, queryClient } = serverApi(slug);
  await Promise.all([
    queryClient.prefetchQuery(
      trpc.auditTrail.list.queryOptions({ ...filterOf(filter), cursor: cursor ?? undefined }),
    ),
    queryClient.prefetchQuery(trpc.members.list.queryOptions()),
  ]);
  return (
    <Hydrate slug={slug}>
      <AuditTrail />
    </Hydrate>
  );
}
