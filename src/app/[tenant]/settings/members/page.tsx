import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Members } from "@/components/settings/members/members";
import { requirePage } from "@/server/auth/require-page";
import { Hydrate, serverApi } from "@/trpc/server";

interface MembersPageProps {
  params: Promise<{ tenant: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("members");
  return { title: t("title") };
}

export default async function MembersPage({ params }: MembersPageProps) {
  const { tenant: slug } = await params;
  await requirePage(slug, "members:write");
  const { trpc, queryClient } = serverApi(slug);
  await Promise.all([
    queryClient.prefetchQuery(trpc.members.list.queryOptions()),
    queryClient.prefetchQuery(trpc.members.invitations.queryOptions()),
  ]);
  return (
    <Hydrate slug={slug}>
      <Members />
    </Hydrate>
  );
}
