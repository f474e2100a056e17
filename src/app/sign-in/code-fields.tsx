"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/form/field";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

/** The second step: the password was right, now the phone's code. */
export function CodeFields({ onStartOver }: { onStartOver: () => void }) {
  const t = useTranslations("signIn");
  return (
    <>
      <h2 className="font-medium">{t("codeTitle")}</h2>
      <Field label={t("code")} hint={t("codeHint")}>
        {(control) => (
          <Input
            {...control}
            name="code"
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={50}
            required
            autoFocus
            className="tabular-nums"
          />
        )}
      </Field>
      <Button variant="link" className="self-start" onClick={onStartOver}>
        {t("startOver")}
      </Button>
    </>
  );
}
