import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { listRequestOf, loadListAddress } from "@/components/customers/address";
import { CustomerList } from "@/components/customers/customer-list";
import type { SearchParams } from "@/lib/address";
import { requirePage } from "@/server/auth/require-page";
import { Hydrate, serverApi } from "@/trpc/server";

interface CustomersPageProps {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("customers");
  return { title: t("title") };
}

export default async function CustomersPage({ params, searchParams }: CustomersPageProps) {
  const { tenant: slug } = await params;
  await requirePage(slug, "customers:read");
  const address = await loadListAddress(searchParams);
  const { trpc, queryClient } = serverApi(slug);
  const page = await queryClient
    .fetchQuery(trpc.customers.list.queryOptions(listRequestOf(address)))
    .catch(() => undefined);
  if (page && page.rows.length > 0) {
    const customerIds = page.rows.map((row) => row.id);
    await Promise.all([
      queryClient.prefetchQuery(trpc.customers.lastCalls.queryOptions({ customerIds })),
      queryClient.prefetchQuery(trpc.customers.nextAppointments.queryOptions({ customerIds })),
    ]);
  }
  return (
    <Hydrate slug={slug}>
      <CustomerList />
    </Hydrate>
  );
}
