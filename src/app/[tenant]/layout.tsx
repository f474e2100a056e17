import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { BusinessProvider } from "@/components/business-context";
import { DueCount } from "@/components/callbacks/due-count";
import { VisitorBanner } from "@/components/platform/visitor-banner";
import { AppShell } from "@/components/shell/app-shell";
import { CommandPalette, PaletteButton } from "@/components/shell/command-palette";
import { LateLiveChanges } from "@/components/shell/late-live-changes";
import type { NavigationItem } from "@/components/shell/navigation";
import { Shortcuts } from "@/components/shell/shortcuts";
import { rolePermissions } from "@/contracts/permissions";
import { getPageTenant, requirePage } from "@/server/auth/require-page";
import { currentCursor } from "@/server/domain/live/watch-changes";
import { ApiProvider } from "@/trpc/client";
import { leave } from "./leave";

interface TenantLayoutProps {
  params: Promise<{ tenant: string }>;
  children: ReactNode;
}

export async function generateMetadata({ params }: TenantLayoutProps): Promise<Metadata> {
  const { name } = await getPageTenant((await params).tenant);
  return { title: { default: name, template: `%s · ${name}` } };
}

export default async function TenantLayout({ params, children }: TenantLayoutProps) {
  const { tenant: slug } = await params;
  const ctx = await requirePage(slug);
  const t = await getTranslations("shell.nav");
  const [tenant, cursor] = await Promise.all([getPageTenant(slug), currentCursor(ctx)]);
  const items: NavigationItem[] = [
    { href: `/${slug}`, label: t("today"), icon: "today", exact: true },
    { href: `/${slug}/calls`, label: t("calls"), icon: "calls" },
    { href: `/${slug}/appointments`, label: t("appointments"), icon: "appointments" },
    { href: `/${slug}/callbacks`, label: t("callbacks"), icon: "callbacks", count: <DueCount /> },
    { href: `/${slug}/customers`, label: t("customers"), icon: "customers" },
    { href: `/${slug}/team`, label: t("team"), icon: "team", occasional: true },
    { href: `/${slug}/assistant`, label: t("assistant"), icon: "assistant", occasional: true },
    { href: `/${slug}/analytics`, label: t("analytics"), icon: "analytics", occasional: true },
  ];
  if (rolePermissions[ctx.user.role].includes("settings:write"))
    items.push({ href: `/${slug}/settings`, label: t("settings"), icon: "settings", occasional: true });
  if (ctx.user.role === "platform_admin")
    items.push({ href: "/platform", label: t("platform"), icon: "platform" });
  return (
    <ApiProvider slug={slug}>
      <BusinessProvider
        value={{
          slug,
          name: tenant.name,
          timeZone: tenant.timeZone,
          spokenLanguage: tenant.spokenLanguage,
          role: ctx.user.role,
        }}
      >
        <CommandPalette pages={items}>
          <Shortcuts pages={items}>
            <AppShell
              name={tenant.name}
              homeHref={`/${slug}`}
              items={items}
              user={ctx.user}
              search={<PaletteButton />}
            >
              <LateLiveChanges since={cursor} />
              {ctx.user.role === "platform_admin" && (
                <VisitorBanner business={tenant.name} leave={leave.bind(null, slug)} />
              )}
              {children}
            </AppShell>
          </Shortcuts>
        </CommandPalette>
      </BusinessProvider>
    </ApiProvider>
  );
}
