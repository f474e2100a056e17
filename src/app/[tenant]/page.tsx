import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { rolePermissions } from "@/contracts/permissions";
import { getPageTenant, requirePage } from "@/server/auth/require-page";
import { Hydrate, serverApi } from "@/trpc/server";
import { Today } from "./_today/today";

interface TodayPageProps {
  params: Promise<{ tenant: string }>;
}

/** Absolute, because the layout's template serves only the pages below this one. */
export async function generateMetadata({ params }: TodayPageProps): Promise<Metadata> {
  const t = await getTranslations("today");
  const { name } = await getPageTenant((await params).tenant);
  return { title: { absolute: `${t("title")} · ${name}` } };
}

export default async function TodayPage({ params }: TodayPageProps) {
  const { tenant: slug } = await params;
  const { user } = await requirePage(slug, "calls:read");
  const { trpc, queryClient } = serverApi(slug);
  if (rolePermissions[user.role].includes("settings:write"))
    await queryClient.prefetchQuery(trpc.onboarding.get.queryOptions());
  await Promise.all([
    queryClient.prefetchQuery(trpc.today.currentCalls.queryOptions()),
    queryClient.prefetchQuery(trpc.today.callbacks.queryOptions()),
    queryClient.prefetchQuery(trpc.today.nextAppointments.queryOptions()),
    queryClient.prefetchQuery(trpc.catalog.services.queryOptions()),
    queryClient.prefetchQuery(trpc.today.attention.queryOptions()),
    queryClient.prefetchQuery(trpc.testCalls.available.queryOptions()),
  ]);
  return (
    <Hydrate slug={slug}>
      <Today />
    </Hydrate>
  );
}
