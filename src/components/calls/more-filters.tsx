"use client";

import { SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import type { CallOutcome } from "@/contracts/calls";
import { cn } from "../class-names";
import { Field } from "../form/field";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { NativeSelect } from "../ui/native-select";
import { Popover } from "../ui/popover";
import type { FilterAddress } from "./address";

interface MoreFiltersProps {
  address: FilterAddress;
  change: (patch: Partial<FilterAddress>) => void;
  outcomes: readonly CallOutcome[];
  /** What is set in here and shows nowhere else; empty where nothing is. */
  summary: string;
}

const any = "any";

export function MoreFilters({ address, change, outcomes, summary }: MoreFiltersProps) {
  const t = useTranslations("calls.filter");
  const terms = useTranslations("terms.outcome");
  const [only] = address.outcome?.length === 1 ? address.outcome : [];
  return (
    <Popover
      label={t("more")}
      className="[&:popover-open]:flex flex-col gap-4"
      trigger={
        <Button
          size="small"
          className={cn(
            "rounded-full md:px-3",
            summary && "border-primary bg-primary-soft text-primary-text hover:bg-primary-soft",
          )}
        >
          <SlidersHorizontal />
          <span className="max-w-64 truncate">{summary || t("more")}</span>
        </Button>
      }
    >
      <Field label={t("outcome")}>
        {(control) => (
          <NativeSelect
            {...control}
            value={only ?? any}
            onValueChange={(value) => change({ outcome: value === any ? null : [value as CallOutcome] })}
          >
            <option value={any}>{t("anyOutcome")}</option>
            {outcomes.map((outcome) => (
              <option key={outcome} value={outcome}>
                {terms(outcome)}
              </option>
            ))}
          </NativeSelect>
        )}
      </Field>
      <Field label={t("from")}>
        {(control) => (
          <Input
            {...control}
            type="date"
            value={address.from ?? ""}
            max={address.to ?? undefined}
            onChange={(event) => change({ day: null, from: event.target.value || null })}
          />
        )}
      </Field>
      <Field label={t("to")}>
        {(control) => (
          <Input
            {...control}
            type="date"
            value={address.to ?? ""}
            min={address.from ?? undefined}
            onChange={(event) => change({ day: null, to: event.target.value || null })}
          />
        )}
      </Field>
    </Popover>
  );
}
