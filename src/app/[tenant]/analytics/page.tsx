import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "@/lib/address";
import { wallTimeOf } from "@/lib/plain-date";
import { requirePage } from "@/server/auth/require-page";
import { Hydrate, serverApi } from "@/trpc/server";
import { lastingCookie, lastingPart, loadAddress, reportRequest } from "./_report/address";
import { Report } from "./_report/report";

interface AnalyticsPageProps {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("analytics");
  return { title: t("title") };
}

export default async function AnalyticsPage({ params, searchParams }: AnalyticsPageProps) {
  const { tenant: slug } = await params;
  const ctx = await requirePage(slug, "calls:read");
  const address = await loadAddress(searchParams);
  if (Object.keys(await searchParams).length === 0) await redirectToLasting(slug);
  const { trpc, queryClient } = serverApi(slug);
  const today = wallTimeOf(new Date(), ctx.tenant.timeZone).date;
  await queryClient.prefetchQuery(trpc.analytics.report.queryOptions(reportRequest(address, today)));
  return (
    <Hydrate slug={slug}>
      <Report />
    </Hydrate>
  );
}

/** Who comes without saying what to see, sees what they chose last. */
async function redirectToLasting(slug: string): Promise<void> {
  const kept = (await cookies()).get(lastingCookie)?.value ?? "";
  const lasting = lastingPart(await loadAddress(Object.fromEntries(new URLSearchParams(kept))));
  if (lasting) redirect(`/${slug}/analytics${lasting}`);
}
