"use client";

import { useState } from "react";
import { type ChangeRefusalDetails, changeRefusalCodes } from "@/contracts/change-refusals";
import type { ErrorView } from "@/contracts/errors";

interface Refused {
  data?: { error?: ErrorView } | null;
}

const codes: readonly string[] = Object.values(changeRefusalCodes);

/** Whether a rule forbade it: people of the business may do it all the same, with a reason. */
export const isByRule = (error: Refused | null) => codes.includes(error?.data?.error?.code ?? "");

export type RuleException = ReturnType<typeof useRuleException>;

/** The rule that stood in the way of the last attempt, and the reason to pass it; both stay while the next one runs. */
export function useRuleException() {
  const [refused, setRefused] = useState<Refused>();
  const [reason, setReason] = useState("");
  return {
    refused,
    refusal: refused?.data?.error?.details as ChangeRefusalDetails | undefined,
    reason,
    setReason,
    /** Goes along with the next attempt. */
    overrideReason: refused && reason.trim() ? reason.trim() : undefined,
    /** Keeps a refusal by a rule. @returns whether it was one */
    keep(error: Refused | null): boolean {
      if (isByRule(error)) setRefused(error ?? undefined);
      return isByRule(error);
    },
  };
}
