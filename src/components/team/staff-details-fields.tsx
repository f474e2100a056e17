"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { TextField } from "../form/form-field";
import { SelectField } from "../form/select-field";

/** How somebody is called and reached, and where they belong. */
export function StaffDetailsFields() {
  const t = useTranslations("team.staff.form");
  const trpc = useTRPC();
  const { data: branches } = useQuery(trpc.catalog.branches.queryOptions());
  return (
    <>
      <TextField name="name" label={t("name")} autoFocus aria-required />
      <SelectField
        name="homeBranchId"
        label={t("homeBranch")}
        placeholder={t("chooseBranch")}
        hint={branches?.length === 0 ? t("noBranch") : undefined}
        options={branches?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
      />
      <TextField name="email" label={t("email")} type="email" />
      <TextField name="phone" label={t("phone")} type="tel" hint={t("phoneHint")} />
    </>
  );
}
