import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CustomerPage } from "@/components/customers/customer-page";
import { readId } from "@/components/read-id";
import { requirePage } from "@/server/auth/require-page";
import { Hydrate, serverApi } from "@/trpc/server";

interface CustomerDetailPageProps {
  params: Promise<{ tenant: string; id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("customers");
  return { title: t("one") };
}

export default async function CustomerDetailPage({ params }: CustomerDetailPageProps) {
  const { tenant: slug, id } = await params;
  await requirePage(slug, "customers:read");
  const customerId = readId(id);
  if (customerId === undefined) notFound();
  const { trpc, queryClient } = serverApi(slug);
  const [known] = await Promise.all([
    queryClient.fetchQuery(trpc.customers.get.queryOptions({ customerId })).catch(notFoundIfRefused),
    queryClient.prefetchQuery(trpc.customers.duplicates.queryOptions({ customerId })),
  ]);
  const keptId = known?.customer.mergedIntoId;
  if (keptId) redirect(`/${slug}/customers/${keptId}`);
  return (
    <Hydrate slug={slug}>
      <CustomerPage customerId={customerId} />
    </Hydrate>
  );
}

/** Anything but "not there" is for the page in the browser to say, which can also ask again. */
function notFoundIfRefused(error: unknown): undefined {
  if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
}
