"use client";

import { useTranslations } from "next-intl";
import { CopyButton } from "../../copy-button";
import { Button } from "../../ui/button";

/** Shown once, after they were made. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const t = useTranslations("profile.twoFactor");
  return (
    <>
      <div className="flex items-center justify-between gap-4">
        <h3 className="font-medium">{t("codes")}</h3>
        <CopyButton text={codes.join("\n")} />
      </div>
      <p className="text-muted-foreground">{t("codesText")}</p>
      <ol className="grid grid-cols-1 gap-x-6 gap-y-1 font-mono text-table sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <Button variant="primary" className="md:self-start" onClick={onDone}>
        {t("done")}
      </Button>
    </>
  );
}
