import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DeliveryPage } from "@/components/platform/inbox/delivery-page";
import { readId } from "@/components/read-id";
import { requirePlatformPage } from "@/server/auth/require-page";
import { DomainError } from "@/server/domain/_core/errors";
import { Hydrate, serverApi } from "@/trpc/server";

interface DeliveryDetailPageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("platform.inbox");
  return { title: t("title") };
}

export default async function DeliveryDetailPage({ params }: DeliveryDetailPageProps) {
  await requirePlatformPage();
  const inboxId = readId((await params).id);
  if (inboxId === undefined) notFound();
  const { trpc, queryClient } = serverApi("platform");
  await queryClient.fetchQuery(trpc.platform.delivery.queryOptions({ inboxId })).catch((error) => {
    if (error.cause instanceof DomainError && error.cause.kind === "not_found") notFound();
    throw error;
  });
  return (
    <Hydrate slug="platform">
      <DeliveryPage inboxId={inboxId} />
    </Hydrate>
  );
}
