import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { TenantPage } from "@/components/platform/tenants/tenant-page";
import { requirePlatformPage } from "@/server/auth/require-page";
import { DomainError } from "@/server/domain/_core/errors";
import { Hydrate, serverApi } from "@/trpc/server";

interface TenantDetailPageProps {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("platform.tenant");
  return { title: t("title") };
}

export default async function TenantDetailPage({ params }: TenantDetailPageProps) {
  const { slug } = await params;
  await requirePlatformPage();
  const { trpc, queryClient } = serverApi("platform");
  await queryClient.fetchQuery(trpc.platform.tenant.queryOptions({ slug })).catch((error) => {
    if (error.cause instanceof DomainError && error.cause.kind === "not_found") notFound();
    throw error;
  });
  return (
    <Hydrate slug="platform">
      <TenantPage slug={slug} />
    </Hydrate>
  );
}
