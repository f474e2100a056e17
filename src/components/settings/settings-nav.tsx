"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { cn } from "../class-names";

interface SettingsNavProps {
  label: string;
  items: readonly { href: string; label: string }[];
}

/** The pages of the settings, side by side below their heading. */
export function SettingsNav({ label, items }: SettingsNavProps) {
  const path = usePathname();
  const list = useRef<HTMLUListElement>(null);
  // On the phone the words are wider than the screen: they fade where more of them follow, and the one that is open
  // is always seen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: where one stands follows from the path
  useEffect(() => {
    list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [path]);
  return (
    <nav aria-label={label} className="-mx-4 mb-7 border-b md:mx-0">
      <ul
        ref={list}
        className="-mb-px flex gap-5 overflow-x-auto pr-14 pl-4 [mask-image:linear-gradient(to_right,transparent,black_1rem,black_calc(100%-3.5rem),transparent)] [scrollbar-width:none] md:px-0 md:[mask-image:none]"
      >
        {items.map(({ href, label: text }) => {
          const current = path === href || path.startsWith(`${href}/`);
          return (
            <li key={href}>
              <Link
                href={href}
                aria-current={current ? "page" : undefined}
                className={cn(
                  "flex h-11 items-center whitespace-nowrap border-b-2 -outline-offset-2 transition-colors duration-150 md:h-9",
                  current
                    ? "border-primary font-medium text-foreground"
                    : "border-transparent text-muted-foreground hover:text-foreground",
                )}
              >
                {text}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
