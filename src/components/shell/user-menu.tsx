"use client";

import { useMutation } from "@tanstack/react-query";
import { ChevronsUpDown, LogOut, MonitorX } from "lucide-react";
import { useRouter } from "next/navigation";
import { signOut } from "next-auth/react";
import { useLocale, useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { useTransition } from "react";
import { toast } from "sonner";
import { isLocale, locales } from "@/messages/locales";
import { useTRPC } from "@/trpc/client";
import { cn } from "../class-names";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "../ui/dropdown-menu";
import { useErrorMessage } from "../use-error-message";
import { rememberLocale } from "./remember-locale";

const themes = ["system", "light", "dark"] as const;
const leave = () => signOut({ callbackUrl: "/sign-in" });

interface UserMenuProps {
  user: { name: string; email: string };
  /** Initials only, for the head of the phone. */
  compact?: boolean;
}

export function UserMenu({ user, compact = false }: UserMenuProps) {
  const t = useTranslations("shell");
  const locale = useLocale();
  const { theme = "system", setTheme } = useTheme();
  const trpc = useTRPC();
  const router = useRouter();
  const message = useErrorMessage();
  const onError = (error: unknown) => toast.error(message(error).sentence);
  const changeLocale = useMutation(trpc.account.changeLocale.mutationOptions({ onError }));
  const signOutEverywhere = useMutation(
    trpc.account.signOutEverywhere.mutationOptions({ onSuccess: leave, onError }),
  );
  const [, startTransition] = useTransition();

  async function choose(value: string) {
    if (!isLocale(value) || value === locale) return;
    await changeLocale.mutateAsync({ locale: value });
    rememberLocale(value);
    startTransition(() => router.refresh());
  }

  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        aria-label={t("userMenu", { name: user.name })}
        className={cn(
          "flex items-center gap-2.5 rounded-control text-left transition-colors duration-150 hover:bg-hover data-[state=open]:bg-hover",
          compact ? "size-11 justify-center" : "h-12 w-full px-2",
        )}
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
      </DropdownMenuTrigger>
      <DropdownMenuContent align={compact ? "end" : "start"} className="w-60">
        <div className="px-2 py-1.5">
          <p className="truncate font-medium">{user.name}</p>
          <p className="truncate text-muted-foreground text-xs">{user.email}</p>
        </div>
        <DropdownMenuSeparator />
        <DropdownMenuLabel>{t("language")}</DropdownMenuLabel>
        <DropdownMenuRadioGroup
          value={locale}
          onValueChange={(value) => choose(value).catch(() => undefined)}
        >
          {locales.map((value) => (
            <DropdownMenuRadioItem key={value} value={value} lang={value}>
              {t(`languages.${value}`)}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
        <DropdownMenuLabel>{t("theme")}</DropdownMenuLabel>
        <DropdownMenuRadioGroup value={theme} onValueChange={setTheme}>
          {themes.map((value) => (
            <DropdownMenuRadioItem key={value} value={value}>
              {t(`themes.${value}`)}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={leave}>
          <LogOut aria-hidden="true" />
          {t("signOut")}
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => signOutEverywhere.mutate()}>
          <MonitorX aria-hidden="true" />
          {t("signOutEverywhere")}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.charAt(0).toLocaleUpperCase() ?? "")
    .join("");
}
