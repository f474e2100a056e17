"use client";

import { useQuery } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { FormSheet } from "../../form/form-sheet";
import { Section } from "../../section";
import { StatusMark } from "../../status-mark";
import { Button } from "../../ui/button";

const SetUpTwoFactor = dynamic(() => import("./set-up-two-factor").then((module) => module.SetUpTwoFactor));
const RenewCodes = dynamic(() => import("./renew-codes").then((module) => module.RenewCodes));
const DisableTwoFactor = dynamic(() =>
  import("./disable-two-factor").then((module) => module.DisableTwoFactor),
);

export function TwoFactor() {
  const t = useTranslations("profile.twoFactor");
  const trpc = useTRPC();
  const [settingUp, setSettingUp] = useState(false);
  const { data } = useQuery(trpc.account.twoFactor.queryOptions());
  // News that it is on by now, from wherever they come, must not take the sheet away in which the codes are shown, once.
  const setsUp = settingUp || data?.isOn === false;
  return (
    <Section title={t("title")}>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
        {data?.isOn ? (
          <p className="flex flex-wrap gap-x-4 gap-y-1">
            <StatusMark icon={ShieldCheck} tone="success">
              {t("on")}
            </StatusMark>
            <span className={data.recoveryCodesLeft < 3 ? "text-warning-text" : "text-muted-foreground"}>
              {t("codesLeft", { count: data.recoveryCodesLeft })}
            </span>
          </p>
        ) : (
          <p className="max-w-prose text-muted-foreground">{t("off")}</p>
        )}
        <div className="flex flex-wrap gap-2">
          {setsUp && (
            <FormSheet title={t("enableTitle")} trigger={<Button size="small">{t("enable")}</Button>}>
              {(close) => <SetUpTwoFactor onDone={close} onOpen={setSettingUp} />}
            </FormSheet>
          )}
          {data?.isOn && !setsUp && (
            <>
              <FormSheet
                title={t("renewTitle")}
                description={t("renewText")}
                trigger={<Button size="small">{t("renew")}</Button>}
              >
                {(close) => <RenewCodes onDone={close} />}
              </FormSheet>
              <FormSheet
                title={t("disableTitle")}
                description={t("disableText")}
                trigger={
                  <Button size="small" variant="ghost">
                    {t("disable")}
                  </Button>
                }
              >
                {(close) => <DisableTwoFactor onDone={close} />}
              </FormSheet>
            </>
          )}
        </div>
      </div>
    </Section>
  );
}
