"use client";

import { useTranslations } from "next-intl";
import { type CallOutcome, callOutcomes } from "@/contracts/calls";
import { DaySpan } from "../form/day-span";
import { Field } from "../form/field";
import { NativeSelect } from "../ui/native-select";
import type { FilterAddress } from "./address";

export interface FilterFieldsProps {
  address: FilterAddress;
  change: (patch: Partial<FilterAddress>) => void;
}

const any = "any";

/** The questions that are asked now and then. */
export function FilterFields({ address, change }: FilterFieldsProps) {
  const t = useTranslations("calls.filter");
  const terms = useTranslations("terms.outcome");
  const [only] = address.outcome?.length === 1 ? address.outcome : [];
  return (
    <>
      <Field label={t("outcome")}>
        {(control) => (
          <NativeSelect
            {...control}
            value={only ?? any}
            onValueChange={(value) => change({ outcome: value === any ? null : [value as CallOutcome] })}
          >
            <option value={any}>{t("anyOutcome")}</option>
            {callOutcomes.map((outcome) => (
              <option key={outcome} value={outcome}>
                {terms(outcome)}
              </option>
            ))}
          </NativeSelect>
        )}
      </Field>
      <DaySpan
        stacked
        expects="back"
        from={address.from}
        to={address.to}
        labels={{ from: t("from"), to: t("to") }}
        onChange={(span) => change({ day: null, ...span })}
      />
    </>
  );
}
