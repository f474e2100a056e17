import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { filterOf, loadWalkAddress } from "@/components/calls/address";
import { CallPage } from "@/components/calls/call-page";
import { readId } from "@/components/read-id";
import type { SearchParams } from "@/lib/address";
import { requirePage } from "@/server/auth/require-page";
import { Hydrate, serverApi } from "@/trpc/server";

interface CallDetailPageProps {
  params: Promise<{ tenant: string; id: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("calls");
  return { title: t("one") };
}

export default async function CallDetailPage({ params, searchParams }: CallDetailPageProps) {
  const { tenant: slug, id } = await params;
  await requirePage(slug, "calls:read");
  const callId = readId(id);
  if (callId === undefined) notFound();
  const walk = await loadWalkAddress(searchParams);
  const { trpc, queryClient } = serverApi(slug);
  await Promise.all([
    queryClient.fetchQuery(trpc.calls.get.queryOptions({ callId })).catch(notFoundIfRefused),
    queryClient.prefetchQuery(trpc.callNotes.ofCall.queryOptions({ callId })),
    queryClient.prefetchQuery(trpc.calls.neighbours.queryOptions({ callId, filter: filterOf(walk) })),
  ]);
  return (
    <Hydrate slug={slug}>
      <CallPage callId={callId} walk={walk} />
    </Hydrate>
  );
}

/** Anything but "not there" is for the page in the browser to say, which can also ask again. */
function notFoundIfRefused(error: unknown) {
  if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
}
