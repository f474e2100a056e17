"use client";

import { ChevronsUpDown } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { cn } from "../class-names";

export interface UserMenuProps {
  user: { name: string; email: string };
  /** Initials only, for the head of the phone. */
  compact?: boolean;
}

export function UserMenuButton({
  user,
  compact = false,
  ...button
}: UserMenuProps & Omit<ComponentProps<"button">, "children">) {
  const t = useTranslations("shell");
  return (
    <button
      type="button"
      aria-label={t("userMenu", { name: user.name })}
      className={cn(
        "flex items-center gap-2.5 rounded-control text-left transition-colors duration-150 hover:bg-hover data-[state=open]:bg-hover",
        compact ? "size-11 justify-center" : "h-12 w-full px-2",
      )}
      {...button}
    >
      <span
        aria-hidden="true"
        className="flex size-7 shrink-0 items-center justify-center rounded-full bg-primary-soft font-medium text-primary-text text-xs"
      >
        {initials(user.name)}
      </span>
      {!compact && (
        <>
          <span className="min-w-0 flex-1 truncate">{user.name}</span>
          <ChevronsUpDown className="size-4 shrink-0 text-muted-foreground" aria-hidden="true" />
        </>
      )}
    </button>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.charAt(0).toLocaleUpperCase() ?? "")
    .join("");
}
