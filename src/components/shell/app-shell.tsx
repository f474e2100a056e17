import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BrandMark } from "./brand-mark";
import { BottomBar, type DrawnItem, type NavigationItem, Rail } from "./navigation";
import { navigationIcons } from "./navigation-icons";
import { UserMenu } from "./user-menu";

interface AppShellProps {
  /** What stands at the top: the business, or the platform. */
  name: string;
  homeHref: string;
  items: NavigationItem[];
  user: { name: string; email: string };
  /** Opens the search over everything. */
  search?: ReactNode;
  children: ReactNode;
}

/** Rail and content on the desk; head, content and thumb's row on the phone. */
export function AppShell({ name, homeHref, items, user, search, children }: AppShellProps) {
  const t = useTranslations("shell");
  const drawn = items.map(draw);
  const home = (
    <Link
      href={homeHref}
      className="flex min-h-11 min-w-0 items-center gap-2.5 rounded-control px-2 md:min-h-10"
    >
      <BrandMark className="size-6 shrink-0" />
      <span className="line-clamp-2 font-semibold leading-snug">{name}</span>
    </Link>
  );
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[13.5rem_minmax(0,1fr)] print:block">
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-control bg-primary px-4 py-2 font-medium text-primary-foreground focus:translate-y-0 print:hidden"
      >
        {t("skip")}
      </a>
      <aside className="sticky top-0 z-30 hidden h-dvh flex-col gap-5 border-r bg-muted/60 p-3 md:flex print:hidden">
        {home}
        {search}
        <Rail label={t("mainNavigation")} items={drawn} />
        <div className="mt-auto">
          <UserMenu user={user} />
        </div>
      </aside>
      <header className="sticky top-0 z-30 flex h-14 items-center justify-between gap-2 border-b bg-background px-2 md:hidden print:hidden">
        {home}
        <div className="flex items-center">
          {search}
          <UserMenu user={user} compact />
        </div>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="min-w-0 px-4 pt-5 pb-24 outline-none md:px-8 md:pt-7 md:pb-12 xl:px-10"
      >
        <div className="mx-auto w-full max-w-7xl">{children}</div>
      </main>
      <BottomBar label={t("mainNavigation")} items={drawn} />
    </div>
  );
}

function draw(item: NavigationItem): DrawnItem {
  const Icon = navigationIcons[item.icon];
  return { ...item, mark: <Icon className="size-full" aria-hidden="true" /> };
}
