"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { appointmentStatuses } from "@/contracts/appointment-states";
import { isPlainDate } from "@/lib/plain-date";
import { Input } from "../ui/input";
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
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 max-md:contents">
      <DayField
        label={t("from")}
        value={address.from ?? today}
        onChange={(from) => setAddress({ from, cursor: null })}
      />
      <DayField
        label={t("to")}
        value={address.to ?? ""}
        onChange={(to) => setAddress({ to, cursor: null })}
      />
      <NativeSelect
        aria-label={t("status")}
        className="w-40 md:w-44"
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

interface DayFieldProps {
  label: string;
  value: string;
  onChange: (date: string | null) => void;
}

function DayField({ label, value, onChange }: DayFieldProps) {
  const id = useId();
  return (
    <span className="inline-flex gap-x-2 gap-y-1 max-md:flex-col max-md:text-table md:items-center">
      <label htmlFor={id} className="text-muted-foreground">
        {label}
      </label>
      <Input
        id={id}
        type="date"
        value={value}
        onChange={({ target }) => onChange(isPlainDate(target.value) ? target.value : null)}
        className="w-40 tabular-nums"
      />
    </span>
  );
}
