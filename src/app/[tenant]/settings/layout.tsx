import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/page-header";
import { SettingsNav } from "@/components/settings/settings-nav";
import type { Permission } from "@/contracts/permissions";
import { requirePage } from "@/server/auth/require-page";
import { can } from "@/server/domain/_core/permissions";

interface SettingsLayoutProps {
  params: Promise<{ tenant: string }>;
  children: ReactNode;
}

/** In their order; without a permission, for everybody. */
const settingsPages: { path: string; label: NavLabel; permission?: Permission }[] = [
  { path: "business", label: "business", permission: "settings:write" },
  { path: "booking-rules", label: "bookingRules", permission: "settings:write" },
  { path: "members", label: "members", permission: "members:write" },
  { path: "integrations", label: "integrations", permission: "settings:write" },
  { path: "api-keys", label: "apiKeys", permission: "settings:write" },
  { path: "audit-trail", label: "auditTrail", permission: "audit:read" },
  { path: "profile", label: "profile" },
];
type NavLabel =
  | "business"
  | "bookingRules"
  | "members"
  | "apiKeys"
  | "integrations"
  | "auditTrail"
  | "profile";

/** One heading for all settings; each page below has its sections. */
export default async function SettingsLayout({ params, children }: SettingsLayoutProps) {
  const { tenant: slug } = await params;
  const { actor } = await requirePage(slug);
  const t = await getTranslations("settings");
  const items = settingsPages
    .filter(({ permission }) => !permission || can(actor, permission))
    .map(({ path, label }) => ({ href: `/${slug}/settings/${path}`, label: t(`nav.${label}`) }));
  return (
    <>
      <PageHeader title={t("title")} />
      <SettingsNav label={t("title")} items={items} />
      {children}
    </>
  );
}
