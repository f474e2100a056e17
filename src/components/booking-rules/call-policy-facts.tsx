"use client";

import { useTranslations } from "next-intl";
import type { CallPolicy } from "@/contracts/booking-rules";
import { Facts } from "../facts";

export function CallPolicyFacts({ policy }: { policy: CallPolicy }) {
  const t = useTranslations("settings.bookingRules.phone");
  return (
    <Facts
      rows={[
        [t("spokenYes"), t(policy.spokenYesRequired ? "spokenYesOn" : "spokenYesOff")],
        [t("hold"), t("minutes", { count: policy.holdMinutes })],
        [t("proof"), t(`proofs.${policy.callerProof}`)],
        [t("times"), t(policy.saysHalfHours ? "timesHalf" : "timesFull")],
      ]}
    />
  );
}
