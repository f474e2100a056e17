"use client";

import { useTranslations } from "next-intl";
import { Field } from "../form/field";
import { NativeSelect } from "../ui/native-select";
import { useBranches } from "./branch-filter";

const anywhere = "any";

interface BranchChoiceProps {
  /** Undefined: in any of them. */
  value: number | undefined;
  /** What is to be has to be in one of them. */
  isRequired?: boolean;
  onChange: (branchId: number | undefined) => void;
}

/** Where; only where there is more than one. */
export function BranchChoice({ value, isRequired, onChange }: BranchChoiceProps) {
  const t = useTranslations("appointments");
  const branches = useBranches();
  if (branches.length < 2) return null;
  return (
    <Field label={t("facts.branch")}>
      {(control) => (
        <NativeSelect
          {...control}
          value={value === undefined ? anywhere : String(value)}
          onValueChange={(next) => onChange(next === anywhere ? undefined : Number(next))}
        >
          {!isRequired && <option value={anywhere}>{t("filters.allBranches")}</option>}
          {branches.map(({ id, name }) => (
            <option key={id} value={String(id)}>
              {name}
            </option>
          ))}
        </NativeSelect>
      )}
    </Field>
  );
}
