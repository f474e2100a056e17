import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RoomList } from "@/components/team/room-list";
import { requirePage } from "@/server/auth/require-page";
import { Hydrate, serverApi } from "@/trpc/server";

interface RoomListPageProps {
  params: Promise<{ tenant: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("team");
  return { title: t("parts.rooms") };
}

export default async function RoomListPage({ params }: RoomListPageProps) {
  const { tenant: slug } = await params;
  await requirePage(slug, "catalog:read");
  const { trpc, queryClient } = serverApi(slug);
  await Promise.all([
    queryClient.prefetchQuery(trpc.resources.list.queryOptions()),
    queryClient.prefetchQuery(trpc.catalog.branches.queryOptions()),
  ]);
  return (
    <Hydrate slug={slug}>
      <RoomList />
    </Hydrate>
  );
}
