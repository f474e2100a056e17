import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { listRequestOf, loadListAddress } from "@/components/callbacks/address";
import { CallbackList } from "@/components/callbacks/callback-list";
import type { SearchParams } from "@/lib/address";
import { requirePage } from "@/server/auth/require-page";
import { Hydrate, serverApi } from "@/trpc/server";

interface CallbacksPageProps {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("callbacks");
  return { title: t("title") };
}

export default async function CallbacksPage({ params, searchParams }: CallbacksPageProps) {
  const { tenant: slug } = await params;
  await requirePage(slug, "callbacks:read");
  const address = await loadListAddress(searchParams);
  const { trpc, queryClient } = serverApi(slug);
  const { callback } = address;
  await Promise.all([
    queryClient.prefetchQuery(trpc.callbacks.list.queryOptions(listRequestOf(address))),
    callback !== null && queryClient.prefetchQuery(trpc.callbacks.get.queryOptions({ callbackId: callback })),
  ]);
  return (
    <Hydrate slug={slug}>
      <CallbackList />
    </Hydrate>
  );
}
