import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SetupPage } from "@/components/onboarding/setup-page";
import { requirePage } from "@/server/auth/require-page";
import { Hydrate, serverApi } from "@/trpc/server";

interface OnboardingPageProps {
  params: Promise<{ tenant: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("onboarding");
  return { title: t("title") };
}

export default async function OnboardingPage({ params }: OnboardingPageProps) {
  const { tenant: slug } = await params;
  await requirePage(slug, "settings:write");
  const { trpc, queryClient } = serverApi(slug);
  await queryClient.prefetchQuery(trpc.onboarding.get.queryOptions());
  return (
    <Hydrate slug={slug}>
      <SetupPage />
    </Hydrate>
  );
}
