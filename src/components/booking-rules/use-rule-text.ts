"use client";

import { useTranslations } from "next-intl";
import type { BookingRule } from "@/contracts/booking-rules";
import type { Inherited } from "./inherited";

type NumberField = Exclude<keyof BookingRule, "feeText">;
export const numberFields = [
  "moveHoursBefore",
  "cancelHoursBefore",
  "maxMoves",
  "maxCancellationsPerMonth",
] as const satisfies readonly NumberField[];

/** The words for what a rule says, and for what holds where it is silent. */
export function useRuleText() {
  const t = useTranslations("settings.bookingRules");
  /** "Absagen bis 24 Stunden vorher"; undefined where nothing is said. */
  const said = (rule: BookingRule, field: NumberField) => {
    const value = rule[field];
    return value === null ? undefined : t(`said.${field}`, { value });
  };
  return {
    summary: (rule: BookingRule) => numberFields.flatMap((field) => said(rule, field) ?? []),
    /** What an empty field means, to stand in it. */
    placeholder(field: keyof BookingRule, inherited: Inherited | undefined): string {
      const from = inherited?.[field];
      if (from === "perBranch") return t("placeholder.perBranch");
      const value = from?.value ?? null;
      if (field === "feeText") return value === null ? "" : t("placeholder.asBusiness", { value });
      const open = t(`open.${field}`);
      if (!from) return open;
      const text = value === null ? open : t(`value.${field}`, { value: Number(value) });
      return t("placeholder.asBusiness", { value: text });
    },
  };
}
