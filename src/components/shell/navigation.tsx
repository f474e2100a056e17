"use client";

import {
  Building2,
  CalendarDays,
  Cog,
  type LucideIcon,
  Phone,
  PhoneMissed,
  ShieldCheck,
  Sun,
  Users,
} from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "../class-names";

const icons = {
  today: Sun,
  calls: Phone,
  appointments: CalendarDays,
  customers: Users,
  platform: ShieldCheck,
  tenants: Building2,
  unassigned: PhoneMissed,
  jobs: Cog,
} satisfies Record<string, LucideIcon>;

export interface NavigationItem {
  href: string;
  label: string;
  icon: keyof typeof icons;
  /** Only this very address counts as being there, not the pages below it. */
  exact?: boolean;
}

interface NavigationProps {
  label: string;
  items: NavigationItem[];
}

function useIsCurrent() {
  const path = usePathname();
  return ({ href, exact }: NavigationItem) => path === href || (!exact && path.startsWith(`${href}/`));
}

/** The quiet rail on the desk. */
export function Rail({ label, items }: NavigationProps) {
  const isCurrent = useIsCurrent();
  return (
    <nav aria-label={label} className="flex flex-col gap-0.5">
      {items.map((item) => {
        const Icon = icons[item.icon];
        const current = isCurrent(item);
        return (
          <Link
            key={item.href}
            href={item.href}
            aria-current={current ? "page" : undefined}
            className={cn(
              "flex h-9 items-center gap-2.5 rounded-control px-2.5 transition-colors duration-150",
              current
                ? "bg-primary-soft font-medium text-primary-text"
                : "text-muted-foreground hover:bg-hover hover:text-foreground",
            )}
          >
            <Icon className="size-4 shrink-0" aria-hidden="true" />
            {item.label}
          </Link>
        );
      })}
    </nav>
  );
}

/** The thumb's row on the phone; five places at most. */
export function BottomBar({ label, items }: NavigationProps) {
  const isCurrent = useIsCurrent();
  return (
    <nav
      aria-label={label}
      className="fixed inset-x-0 bottom-0 z-30 flex border-t bg-surface pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      {items.map((item) => {
        const Icon = icons[item.icon];
        const current = isCurrent(item);
        return (
          <Link
            key={item.href}
            href={item.href}
            aria-current={current ? "page" : undefined}
            className={cn(
              "flex h-14 min-w-0 flex-1 flex-col items-center justify-center gap-1 text-xs -outline-offset-2",
              current ? "font-medium text-primary-text" : "text-muted-foreground",
            )}
          >
            <Icon className="size-5" aria-hidden="true" />
            <span className="max-w-full truncate px-1">{item.label}</span>
          </Link>
        );
      })}
    </nav>
  );
}
