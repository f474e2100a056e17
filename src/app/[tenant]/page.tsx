import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requirePage } from "@/server/auth/require-page";
import { Hydrate, serverApi } from "@/trpc/server";
import { Today } from "./_today/today";

interface TodayPageProps {
  params: Promise<{ tenant: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("today");
  return { title: t("title") };
}

export default async function TodayPage({ params }: TodayPageProps) {
  const { tenant: slug } = await params;
  await requirePage(slug, "calls:read");
  const { trpc, queryClient } = serverApi(slug);
  await Promise.all([
    queryClient.prefetchQuery(trpc.today.currentCalls.queryOptions()),
    queryClient.prefetchQuery(trpc.today.callbacks.queryOptions()),
    queryClient.prefetchQuery(trpc.today.nextAppointments.queryOptions()),
    queryClient.prefetchQuery(trpc.today.attention.queryOptions()),
    queryClient.prefetchQuery(trpc.testCalls.available.queryOptions()),
  ]);
  return (
    <Hydrate slug={slug}>
      <Today />
    </Hydrate>
  );
}
