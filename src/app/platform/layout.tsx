import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import type { NavigationItem } from "@/components/shell/navigation";
import { requirePlatformPage } from "@/server/auth/require-page";
import { ApiProvider } from "@/trpc/client";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("platform");
  return { title: { default: t("title"), template: `%s · ${t("title")}` } };
}

export default async function PlatformLayout({ children }: { children: ReactNode }) {
  const { user } = await requirePlatformPage();
  const t = await getTranslations();
  const items: NavigationItem[] = [
    { href: "/platform", label: t("shell.platformNav.tenants"), icon: "tenants", exact: true },
    { href: "/platform/numbers", label: t("shell.platformNav.numbers"), icon: "numbers" },
    { href: "/platform/unassigned", label: t("shell.platformNav.unassigned"), icon: "unassigned" },
    { href: "/platform/reports", label: t("shell.platformNav.reports"), icon: "reports" },
    { href: "/platform/inbox", label: t("shell.platformNav.inbox"), icon: "inbox" },
    { href: "/platform/jobs", label: t("shell.platformNav.jobs"), icon: "jobs", occasional: true },
    { href: "/platform/usage", label: t("shell.platformNav.usage"), icon: "usage", occasional: true },
    {
      href: "/platform/german-time",
      label: t("shell.platformNav.germanTime"),
      icon: "germanTime",
      occasional: true,
    },
  ];
  return (
    <ApiProvider slug="platform">
      <AppShell name={t("platform.title")} homeHref="/platform" items={items} user={user}>
        {children}
      </AppShell>
    </ApiProvider>
  );
}
