"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { formatPhone } from "@/lib/phone-display";
import { useBusiness } from "../business-context";
import { columnsFor } from "../data-table/features";
import { Time } from "../time";
import { Birthdate } from "./birthdate";
import type { CustomerRow } from "./use-customers";

const column = columnsFor<CustomerRow>();

export function useCustomerColumns() {
  const t = useTranslations("customers");
  const { timeZone } = useBusiness();
  return useMemo(() => {
    const moment = (at: Date | undefined) =>
      at && <Time value={at} timeZone={timeZone} className="tabular-nums" />;
    return column.columns([
      column.accessor("name", {
        header: t("column.name"),
        cell: ({ getValue }) =>
          getValue() ? (
            <span className="font-medium">{getValue()}</span>
          ) : (
            <span className="text-muted-foreground">{t("unnamed")}</span>
          ),
      }),
      column.accessor("phone", {
        header: t("column.phone"),
        cell: ({ getValue }) => {
          const phone = getValue();
          return phone && <span className="tabular-nums">{formatPhone(phone)}</span>;
        },
        meta: { className: "w-44" },
      }),
      column.accessor("birthdate", {
        header: t("column.birthdate"),
        cell: ({ getValue }) => <Birthdate value={getValue()} />,
        meta: { className: "w-32" },
      }),
      column.accessor("email", {
        header: t("column.email"),
        cell: ({ getValue }) => <span className="text-muted-foreground">{getValue()}</span>,
        meta: { from: "xl", className: "max-w-64" },
      }),
      column.accessor("lastCallAt", {
        header: t("column.lastCall"),
        cell: ({ getValue }) => <span className="text-muted-foreground">{moment(getValue())}</span>,
        meta: { from: "lg", className: "w-44" },
      }),
      column.accessor("nextAppointmentAt", {
        header: t("column.nextAppointment"),
        cell: ({ getValue }) => moment(getValue()),
        meta: { className: "w-44" },
      }),
    ]);
  }, [t, timeZone]);
}
