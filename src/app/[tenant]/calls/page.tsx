import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { listRequestOf, loadListAddress } from "@/components/calls/address";
import { CallList } from "@/components/calls/call-list";
import type { SearchParams } from "@/lib/address";
import { requirePage } from "@/server/auth/require-page";
import { Hydrate, serverApi } from "@/trpc/server";

interface CallsPageProps {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("calls");
  return { title: t("title") };
}

export default async function CallsPage({ params, searchParams }: CallsPageProps) {
  const { tenant: slug } = await params;
  await requirePage(slug, "calls:read");
  const address = await loadListAddress(searchParams);
  const { trpc, queryClient } = serverApi(slug);
  await Promise.all([
    queryClient.prefetchQuery(trpc.calls.list.queryOptions(listRequestOf(address))),
    queryClient.prefetchQuery(trpc.catalog.branches.queryOptions()),
  ]);
  return (
    <Hydrate slug={slug}>
      <CallList />
    </Hydrate>
  );
}
