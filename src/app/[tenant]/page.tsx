import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/page-header";

export default async function TodayPage() {
  const t = await getTranslations("today");
  return <PageHeader title={t("title")} />;
}
