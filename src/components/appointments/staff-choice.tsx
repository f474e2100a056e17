"use client";

import { useTranslations } from "next-intl";
import { Field } from "../form/field";
import { NativeSelect } from "../ui/native-select";
import { useTeam } from "./use-team";

const anybody = "any";

interface StaffChoiceProps {
  serviceId: number;
  /** Only who works there. */
  branchId: number | undefined;
  /** Undefined: whoever's turn it is. */
  value: number | undefined;
  onChange: (staffId: number | undefined) => void;
}

/** Those who offer the service there, or whoever has time. */
export function StaffChoice({ serviceId, branchId, value, onChange }: StaffChoiceProps) {
  const t = useTranslations("appointments");
  const team = useTeam();
  const offered = team.filter((person) => person.id === value || isOffered(person, { serviceId, branchId }));
  return (
    <Field label={t("facts.staff")}>
      {(control) => (
        <NativeSelect
          {...control}
          value={value === undefined ? anybody : String(value)}
          onValueChange={(next) => onChange(next === anybody ? undefined : Number(next))}
        >
          <option value={anybody}>{t("anybody")}</option>
          {offered.map(({ id, name }) => (
            <option key={id} value={String(id)}>
              {name}
            </option>
          ))}
        </NativeSelect>
      )}
    </Field>
  );
}

type Person = ReturnType<typeof useTeam>[number];

/** Whether somebody does this service, and in this branch. */
export function isOffered(
  { serviceIds, branchIds }: Person,
  { serviceId, branchId }: { serviceId: number; branchId: number | undefined },
): boolean {
  return serviceIds.includes(serviceId) && (branchId === undefined || branchIds.includes(branchId));
}
