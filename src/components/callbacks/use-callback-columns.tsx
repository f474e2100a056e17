"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useBusiness } from "../business-context";
import { CallerLine } from "../caller-line";
import { columnsFor } from "../data-table/features";
import { wishOf } from "./callback-words";
import { type Callback, PriorityMark, StateMark, WhenMark } from "./marks";
import { RowAction } from "./row-action";

const column = columnsFor<Callback>();

export function useCallbackColumns(isDone: boolean) {
  const t = useTranslations("callbacks");
  const { spokenLanguage } = useBusiness();
  return useMemo(
    () =>
      column.columns([
        column.display({
          id: "caller",
          header: t("column.caller"),
          cell: ({ row: { original: callback } }) => (
            <CallerLine name={callback.name ?? callback.customerName} phone={callback.phone} />
          ),
          meta: { className: "max-w-80" },
        }),
        column.display({
          id: "when",
          header: isDone ? t("column.completedAt") : t("column.due"),
          cell: ({ row }) => <WhenMark callback={row.original} />,
          meta: { className: "w-52" },
        }),
        column.display({
          id: "reason",
          header: t("column.reason"),
          cell: ({ row: { original: callback } }) => {
            const reason = wishOf(callback, (time) => t("wish", { time }));
            return (
              <span lang={spokenLanguage} className="text-muted-foreground" title={reason}>
                {reason}
              </span>
            );
          },
          meta: { from: "lg", className: "w-1/3 max-w-0" },
        }),
        column.accessor("priority", {
          header: t("column.priority"),
          cell: ({ getValue }) => getValue() !== "normal" && <PriorityMark priority={getValue()} />,
          meta: { className: "w-28", from: "xl" },
        }),
        column.display({
          id: "state",
          header: t("column.state"),
          cell: ({ row }) => <StateMark callback={row.original} />,
          meta: { className: "w-44" },
        }),
        ...(isDone
          ? []
          : [
              column.display({
                id: "action",
                header: () => <span className="sr-only">{t("column.action")}</span>,
                cell: ({ row }) => <RowAction callback={row.original} />,
                meta: { align: "end", className: "w-36" },
              }),
            ]),
      ]),
    [t, isDone, spokenLanguage],
  );
}
