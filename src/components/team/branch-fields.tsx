"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { federalStates } from "@/contracts/tenants";
import { timeZones } from "@/contracts/time-zones";
import { TextField } from "../form/form-field";
import { SelectField } from "../form/select-field";
import { useTimeZoneName } from "../use-time-zone-name";

/** Name and place of a branch. */
export function BranchFields() {
  const t = useTranslations("team.branch.form");
  const states = useTranslations("terms.federalState");
  const zoneName = useTimeZoneName();
  const zone: string = useWatch({ name: "timeZone" });
  const zones = new Set<string>([...timeZones, zone]);
  return (
    <>
      <TextField name="name" label={t("name")} autoFocus aria-required />
      <TextField name="address" label={t("address")} autoComplete="street-address" />
      <TextField name="phone" label={t("phone")} type="tel" hint={t("phoneHint")} />
      <SelectField
        name="federalState"
        label={t("federalState")}
        hint={t("federalStateHint")}
        placeholder={t("chooseState")}
        options={federalStates.map((state) => ({ value: state, label: states(state) }))}
      />
      <SelectField
        name="timeZone"
        label={t("timeZone")}
        options={[...zones].map((name) => ({ value: name, label: zoneName(name) }))}
      />
    </>
  );
}
