"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { formatPhone } from "@/lib/phone-display";
import type { Outputs } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { columnsFor } from "../data-table/features";
import { Time } from "../time";

export type CustomerRow = Outputs["customers"]["list"]["rows"][number];

const column = columnsFor<CustomerRow>();

export function useCustomerColumns() {
  const t = useTranslations("customers");
  const { timeZone } = useBusiness();
  return useMemo(() => {
    const moment = (at: Date | null) =>
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
      column.accessor("email", {
        header: t("column.email"),
        cell: ({ getValue }) => <span className="text-muted-foreground">{getValue()}</span>,
        meta: { from: "lg" },
      }),
      column.accessor("lastCallAt", {
        header: t("column.lastCall"),
        cell: ({ getValue }) => <span className="text-muted-foreground">{moment(getValue())}</span>,
        meta: { className: "w-44" },
      }),
      column.accessor("nextAppointmentAt", {
        header: t("column.nextAppointment"),
        cell: ({ getValue }) => moment(getValue()),
        meta: { className: "w-44" },
      }),
    ]);
  }, [t, timeZone]);
}
