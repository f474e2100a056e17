import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/page-header";
import { SettingsNav } from "@/components/settings/settings-nav";
import { requirePage } from "@/server/auth/require-page";

interface SettingsLayoutProps {
  params: Promise<{ tenant: string }>;
  children: ReactNode;
}

/** One heading for all settings; each page below has its sections. */
export default async function SettingsLayout({ params, children }: SettingsLayoutProps) {
  const { tenant: slug } = await params;
  await requirePage(slug, "settings:write");
  const t = await getTranslations("settings");
  const items = [{ href: `/${slug}/settings/booking-rules`, label: t("nav.bookingRules") }];
  return (
    <>
      <PageHeader title={t("title")} />
      <SettingsNav label={t("title")} items={items} />
      {children}
    </>
  );
}
