import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SyncPage } from "@/components/calendar-sync/sync-page";
import { requirePage } from "@/server/auth/require-page";
import { Hydrate, serverApi } from "@/trpc/server";

interface CalendarSyncPageProps {
  params: Promise<{ tenant: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("calendarSync");
  return { title: t("title") };
}

export default async function CalendarSyncPage({ params }: CalendarSyncPageProps) {
  const { tenant: slug } = await params;
  await requirePage(slug, "appointments:read");
  const { trpc, queryClient } = serverApi(slug);
  await Promise.all([
    queryClient.prefetchQuery(trpc.calendarSync.drifts.queryOptions()),
    queryClient.prefetchQuery(trpc.calendarSync.waiting.queryOptions()),
    queryClient.prefetchQuery(trpc.calendarSync.state.queryOptions()),
  ]);
  return (
    <Hydrate slug={slug}>
      <SyncPage />
    </Hydrate>
  );
}
