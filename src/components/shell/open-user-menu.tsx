"use client";

import { useMutation } from "@tanstack/react-query";
import { Keyboard, LogOut, MonitorX, UserRound } from "lucide-react";
import { useParams, useRouter } from "next/navigation";
import { signOut } from "next-auth/react";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { useTransition } from "react";
import { isLocale, locales } from "@/messages/locales";
import { useTRPC } from "@/trpc/client";
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
import { useErrorToast } from "../use-error-toast";
import { usePageLocale } from "../use-page-locale";
import { rememberLocale } from "./remember-locale";
import { useShowKeys } from "./shortcuts";
import { UserMenuButton, type UserMenuProps } from "./user-menu-button";

const themes = ["system", "light", "dark"] as const;
const leave = () => signOut({ callbackUrl: "/sign-in" });

/** Comes into the page opened: it was asked for by a click on its button. */
export function OpenUserMenu({ user, compact = false }: UserMenuProps) {
  const t = useTranslations("shell");
  const locale = usePageLocale();
  const { theme = "system", setTheme } = useTheme();
  const trpc = useTRPC();
  const router = useRouter();
  const { tenant: slug } = useParams<{ tenant?: string }>();
  const onError = useErrorToast();
  const changeLocale = useMutation(trpc.account.changeLocale.mutationOptions({ onError }));
  const signOutEverywhere = useMutation(
    trpc.account.signOutEverywhere.mutationOptions({ onSuccess: leave, onError }),
  );
  const showKeys = useShowKeys();
  const [, startTransition] = useTransition();

  async function choose(value: string) {
    if (!isLocale(value) || value === locale) return;
    await changeLocale.mutateAsync({ locale: value });
    rememberLocale(value);
    startTransition(() => router.refresh());
  }

  return (
    <DropdownMenu defaultOpen>
      <DropdownMenuTrigger asChild>
        <UserMenuButton user={user} compact={compact} />
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
        {slug && (
          <DropdownMenuItem onSelect={() => router.push(`/${slug}/settings/profile`)}>
            <UserRound aria-hidden="true" />
            {t("profile")}
          </DropdownMenuItem>
        )}
        {showKeys && (
          <DropdownMenuItem onSelect={showKeys}>
            <Keyboard aria-hidden="true" />
            {t("keys.title")}
          </DropdownMenuItem>
        )}
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
