"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { DaySpan } from "@/components/form/day-span";
import { Button } from "@/components/ui/button";
import { NativeSelect } from "@/components/ui/native-select";
import { deliveryProviders, deliveryStatuses } from "@/contracts/delivery-states";
import type { DeliveryFilter } from "@/contracts/webhook-inbox";
import { TenantChoice } from "./tenant-choice";

type FilterAddress = { [Key in keyof DeliveryFilter]-?: NonNullable<DeliveryFilter[Key]> | null };

const noFilter: FilterAddress = {
  provider: null,
  status: null,
  type: null,
  tenantId: null,
  fromDate: null,
  toDate: null,
};

/** As the vendors call them. */
const typesOf = {
  retell: ["call_inbound", "call_started", "transcript_updated", "call_ended", "call_analyzed"],
  calcom: [
    "BOOKING_CREATED",
    "BOOKING_RESCHEDULED",
    "BOOKING_CANCELLED",
    "BOOKING_REJECTED",
    "BOOKING_REQUESTED",
  ],
} as const;
const providerNames = { retell: "Retell", calcom: "Cal.com" } as const;
const any = "any";

interface DeliveryFiltersProps {
  address: FilterAddress;
  change: (patch: Partial<FilterAddress>) => void;
}

export function DeliveryFilters({ address, change }: DeliveryFiltersProps) {
  const t = useTranslations("platform.inbox");
  const statuses = useTranslations("platform.inbox.statuses");
  const { provider, status, type, tenantId, fromDate, toDate } = address;
  const source = type ? `type:${type}` : provider ? `provider:${provider}` : any;
  const choose = (value: string) => {
    const [kind, name = ""] = value.split(":");
    change({
      provider: kind === "provider" ? (deliveryProviders.find((known) => known === name) ?? null) : null,
      type: kind === "type" ? name : null,
    });
  };
  return (
    <search className="grid grid-cols-2 gap-3 pb-4 md:flex md:flex-wrap md:items-start">
      <NativeSelect
        aria-label={t("status")}
        className="md:w-44"
        value={status ?? any}
        onValueChange={(value) =>
          change({ status: deliveryStatuses.find((known) => known === value) ?? null })
        }
      >
        <option value={any}>{t("anyStatus")}</option>
        {deliveryStatuses.map((known) => (
          <option key={known} value={known}>
            {statuses(known)}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect aria-label={t("type")} className="md:w-56" value={source} onValueChange={choose}>
        <option value={any}>{t("anyType")}</option>
        {deliveryProviders.map((known) => (
          <optgroup key={known} label={providerNames[known]}>
            <option value={`provider:${known}`}>{t("allOf", { provider: providerNames[known] })}</option>
            {typesOf[known].map((name) => (
              <option key={name} value={`type:${name}`}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </NativeSelect>
      <TenantChoice value={tenantId} onChange={(id) => change({ tenantId: id })} />
      <DaySpan
        from={fromDate}
        to={toDate}
        labels={{ from: t("from"), to: t("to") }}
        expects="back"
        onChange={({ from = fromDate, to = toDate }) => change({ fromDate: from, toDate: to })}
      />
      {Object.values(address).some((value) => value !== null) && (
        <Button variant="ghost" onClick={() => change(noFilter)} className="text-muted-foreground">
          <X />
          {t("clear")}
        </Button>
      )}
    </search>
  );
}
