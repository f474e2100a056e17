"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { Field } from "../form/field";
import { NativeSelect } from "../ui/native-select";

const anybody = "any";

interface StaffChoiceProps {
  serviceId: number;
  /** Undefined: whoever's turn it is. */
  value: number | undefined;
  onChange: (staffId: number | undefined) => void;
}

/** Those who offer the service, or whoever has time. */
export function StaffChoice({ serviceId, value, onChange }: StaffChoiceProps) {
  const t = useTranslations("appointments");
  const trpc = useTRPC();
  const { data: staff } = useQuery(trpc.catalog.staff.queryOptions(undefined, { staleTime: 300_000 }));
  const qualified = staff?.filter(({ serviceIds }) => serviceIds.includes(serviceId)) ?? [];
  return (
    <Field label={t("facts.staff")}>
      {(control) => (
        <NativeSelect
          {...control}
          value={value === undefined ? anybody : String(value)}
          onValueChange={(next) => onChange(next === anybody ? undefined : Number(next))}
        >
          <option value={anybody}>{t("anybody")}</option>
          {qualified.map(({ id, name }) => (
            <option key={id} value={String(id)}>
              {name}
            </option>
          ))}
        </NativeSelect>
      )}
    </Field>
  );
}
