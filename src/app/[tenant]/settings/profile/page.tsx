import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Profile } from "@/components/settings/profile/profile";
import { requirePage } from "@/server/auth/require-page";
import { Hydrate, serverApi } from "@/trpc/server";

interface ProfilePageProps {
  params: Promise<{ tenant: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("profile");
  return { title: t("title") };
}

export default async function ProfilePage({ params }: ProfilePageProps) {
  const { tenant: slug } = await params;
  await requirePage(slug);
  const { trpc, queryClient } = serverApi(slug);
  await Promise.all([
    queryClient.prefetchQuery(trpc.account.me.queryOptions()),
    queryClient.prefetchQuery(trpc.account.twoFactor.queryOptions()),
    queryClient.prefetchQuery(trpc.account.sessions.queryOptions()),
  ]);
  return (
    <Hydrate slug={slug}>
      <Profile />
    </Hydrate>
  );
}
