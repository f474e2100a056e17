import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { listRequestOf, loadListAddress } from "@/components/customers/address";
import { CustomerList } from "@/components/customers/customer-list";
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
  await queryClient.prefetchQuery(trpc.customers.list.queryOptions(listRequestOf(address)));
  return (
    <Hydrate slug={slug}>
      <CustomerList />
    </Hydrate>
  );
}
