"use client";

import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useRef } from "react";
import { cn } from "../class-names";
import type { NavigationIcon } from "./navigation-icons";

export interface NavigationItem {
  href: string;
  label: string;
  icon: NavigationIcon;
  /** Only this very address counts as being there, not the pages below it. */
  exact?: boolean;
  /** How much waits there, beside the word. */
  count?: ReactNode;
  /** Visited now and then: below the line in the rail, behind "more" on the phone. */
  occasional?: boolean;
}

/** Drawn on the server, so that no browser fetches icons of pages it does not list. */
export interface DrawnItem extends NavigationItem {
  mark: ReactNode;
}

interface NavigationProps {
  label: string;
  items: DrawnItem[];
}

function useIsCurrent() {
  const path = usePathname();
  return ({ href, exact }: NavigationItem) => path === href || (!exact && path.startsWith(`${href}/`));
}

/** The quiet rail on the desk: daily work above the line, the rest below it. */
export function Rail({ label, items }: NavigationProps) {
  const occasional = items.filter((item) => item.occasional);
  return (
    <nav aria-label={label} className="flex flex-col gap-0.5 overflow-y-auto">
      {items
        .filter((item) => !item.occasional)
        .map((item) => (
          <RailLink key={item.href} item={item} />
        ))}
      {occasional.length > 0 && <hr className="mx-2.5 my-2" />}
      {occasional.map((item) => (
        <RailLink key={item.href} item={item} />
      ))}
    </nav>
  );
}

function RailLink({ item, onClick }: { item: DrawnItem; onClick?: () => void }) {
  const current = useIsCurrent()(item);
  return (
    <Link
      href={item.href}
      aria-current={current ? "page" : undefined}
      onClick={onClick}
      className={cn(
        "flex h-11 shrink-0 items-center gap-2.5 rounded-control px-2.5 transition-colors duration-150 md:h-9",
        current
          ? "bg-primary-soft font-medium text-primary-text"
          : "text-muted-foreground hover:bg-hover hover:text-foreground",
      )}
    >
      <span className="size-4 shrink-0">{item.mark}</span>
      {item.label}
      {item.count && <span className="ml-auto">{item.count}</span>}
    </Link>
  );
}

const maxThumbPlaces = 5;
const thumbPlace =
  "flex h-14 min-w-0 flex-1 flex-col items-center justify-center gap-1 text-xs -outline-offset-2";

/** The thumb's row on the phone; what does not fit stands behind its last place. */
export function BottomBar({ label, items }: NavigationProps) {
  const isCurrent = useIsCurrent();
  const fits = items.length <= maxThumbPlaces;
  const shown = fits ? items : items.filter((item) => !item.occasional).slice(0, maxThumbPlaces - 1);
  const hidden = items.filter((item) => !shown.includes(item));
  return (
    <nav
      aria-label={label}
      className="fixed inset-x-0 bottom-0 z-30 flex border-t bg-surface pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      {shown.map((item) => {
        const current = isCurrent(item);
        return (
          <Link
            key={item.href}
            href={item.href}
            aria-current={current ? "page" : undefined}
            className={cn(thumbPlace, current ? "font-medium text-primary-text" : "text-muted-foreground")}
          >
            <span className="relative size-5">
              {item.mark}
              {item.count && <span className="absolute -top-2 left-3">{item.count}</span>}
            </span>
            <span className="max-w-full truncate tracking-tight">{item.label}</span>
          </Link>
        );
      })}
      {hidden.length > 0 && <More items={hidden} current={hidden.some(isCurrent)} />}
    </nav>
  );
}

/** The browser's own popover: it closes by Escape and by a tap beside it, and needs no script to open. */
function More({ items, current }: { items: DrawnItem[]; current: boolean }) {
  const t = useTranslations("shell");
  const panel = useRef<HTMLDivElement>(null);
  const id = useId();
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className={cn(thumbPlace, current ? "font-medium text-primary-text" : "text-muted-foreground")}
      >
        <Ellipsis className="size-5" aria-hidden="true" />
        {t("more")}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        className="inset-x-2 top-auto bottom-[calc(4rem+env(safe-area-inset-bottom))] m-0 w-auto rounded-surface border bg-surface p-2 text-foreground shadow-float"
      >
        <div className="flex flex-col gap-0.5">
          {items.map((item) => (
            <RailLink key={item.href} item={item} onClick={() => panel.current?.hidePopover()} />
          ))}
        </div>
      </div>
    </>
  );
}
