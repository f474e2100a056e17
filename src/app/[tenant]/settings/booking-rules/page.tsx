import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BookingRules } from "@/components/booking-rules/booking-rules";
import { requirePage } from "@/server/auth/require-page";
import { Hydrate, serverApi } from "@/trpc/server";

interface BookingRulesPageProps {
  params: Promise<{ tenant: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.nav");
  return { title: t("bookingRules") };
}

export default async function BookingRulesPage({ params }: BookingRulesPageProps) {
  const { tenant: slug } = await params;
  await requirePage(slug, "settings:write");
  const { trpc, queryClient } = serverApi(slug);
  await queryClient.prefetchQuery(trpc.bookingRules.get.queryOptions());
  return (
    <Hydrate slug={slug}>
      <BookingRules />
    </Hydrate>
  );
}
