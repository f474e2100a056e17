import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportCustomers } from "@/components/customers/import/import-customers";
import { requirePage } from "@/server/auth/require-page";

interface ImportPageProps {
  params: Promise<{ tenant: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("customers.import");
  return { title: t("title") };
}

export default async function ImportPage({ params }: ImportPageProps) {
  await requirePage((await params).tenant, "customers:write");
  return <ImportCustomers />;
}
