"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { NativeSelect } from "@/components/ui/native-select";
import { useTRPC } from "@/trpc/client";

const any = "any";

/** One of the businesses that have a branch, by name. */
export function TenantChoice({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (id: string | null) => void;
}) {
  const t = useTranslations("platform.inbox");
  const trpc = useTRPC();
  const { data } = useQuery(trpc.platform.assignmentOptions.queryOptions());
  const names = new Map(data?.branches.map(({ tenantId, tenantName }) => [tenantId, tenantName]));
  return (
    <NativeSelect
      aria-label={t("tenant")}
      className="col-span-2 md:w-56"
      value={value ?? any}
      onValueChange={(next) => onChange(next === any ? null : next)}
    >
      <option value={any}>{t("anyTenant")}</option>
      {value && !names.has(value) && <option value={value}>{value}</option>}
      {[...names].map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </NativeSelect>
  );
}
