"use client";

import { useTranslations } from "next-intl";
import { appointmentStatuses } from "@/contracts/appointment-states";
import { DaySpan } from "../form/day-span";
import { NativeSelect } from "../ui/native-select";
import { useAddress, useToday } from "./use-address";

const all = "all";

/** From which day to which, and in what state. Without a first day the list begins today. */
export function ListFilters() {
  const t = useTranslations("appointments.filters");
  const terms = useTranslations("terms.appointmentStatus");
  const [address, setAddress] = useAddress();
  const today = useToday();
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-2 max-md:contents">
      <DaySpan
        from={address.from ?? today}
        to={address.to}
        labels={{ from: t("from"), to: t("to") }}
        onChange={(span) => setAddress({ ...span, cursor: null })}
      />
      <NativeSelect
        aria-label={t("status")}
        className="w-full md:w-44"
        value={address.status ?? all}
        onValueChange={(value) =>
          setAddress({ status: appointmentStatuses.find((status) => status === value) ?? null, cursor: null })
        }
      >
        <option value={all}>{t("allStatuses")}</option>
        {appointmentStatuses.map((status) => (
          <option key={status} value={status}>
            {terms(status)}
          </option>
        ))}
      </NativeSelect>
    </div>
  );
}
