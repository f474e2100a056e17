"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { useEffect, useState } from "react";
import { isLocale, locales } from "@/messages/locales";
import { useTRPC } from "@/trpc/client";
import { Section } from "../../section";
import { rememberLocale } from "../../shell/remember-locale";
import { useErrorToast } from "../../use-error-toast";
import { usePageLocale } from "../../use-page-locale";
import { Choice } from "./choice";

const themes = ["system", "light", "dark"] as const;

/** Language and colours; chosen is changed, without a button. */
export function Display() {
  const t = useTranslations("profile.display");
  const shell = useTranslations("shell");
  const locale = usePageLocale();
  const router = useRouter();
  const trpc = useTRPC();
  const sayError = useErrorToast();
  const { theme, setTheme } = useTheme();
  // The server does not know this device's theme.
  const [mounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  const changeLocale = useMutation(
    trpc.account.changeLocale.mutationOptions({
      onSuccess: (_, change) => {
        rememberLocale(change.locale);
        router.refresh();
      },
      onError: sayError,
    }),
  );
  return (
    <Section title={t("title")}>
      <Choice
        label={t("language")}
        hint={t("languageHint")}
        value={locale}
        options={locales.map((value) => ({ value, label: shell(`languages.${value}`) }))}
        onChoose={(value) => isLocale(value) && changeLocale.mutate({ locale: value })}
      />
      <Choice
        label={t("theme")}
        hint={t("themeHint")}
        value={(mounted && theme) || "system"}
        options={themes.map((value) => ({ value, label: shell(`themes.${value}`) }))}
        onChoose={setTheme}
      />
    </Section>
  );
}
