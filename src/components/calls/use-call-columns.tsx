"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { type Outputs, useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { CallerLine } from "../caller-line";
import { columnsFor } from "../data-table/features";
import { Duration } from "../duration";
import { Money } from "../money";
import { OutcomeBadge } from "../outcome-badge";
import { RunningDuration } from "../running-duration";
import { Time } from "../time";

export type CallRow = Outputs["calls"]["list"]["rows"][number];

const column = columnsFor<CallRow>();

/**
 * Where there is one branch only, nobody asks which; what Retell charges in dollars is the platform's business, and
 * that of whoever came to see it.
 */
export function useCallColumns(wantsCost: boolean) {
  const t = useTranslations("calls.column");
  const trpc = useTRPC();
  const { spokenLanguage, can } = useBusiness();
  const paysRetell = can("platform:admin");
  const branches = useQuery(trpc.catalog.branches.queryOptions(undefined, { staleTime: 300_000 }));
  const manyBranches = (branches.data?.length ?? 0) > 1;
  return useMemo(() => {
    const branch = column.accessor("branchName", {
      header: t("branch"),
      cell: ({ getValue }) => <span className="text-muted-foreground">{getValue()}</span>,
      meta: { from: "xl" },
    });
    const cost = column.accessor("costUsdCents", {
      header: t("cost"),
      cell: ({ getValue }) => {
        const cents = getValue();
        return cents !== null && <Money cents={cents} currency="USD" className="text-muted-foreground" />;
      },
      meta: { align: "end", from: wantsCost ? undefined : "xl", className: "w-20" },
    });
    return column.columns([
      column.accessor("startTimestamp", {
        header: t("time"),
        cell: ({ row }) => <Time value={row.original.startTimestamp} timeZone={row.original.timeZone} />,
        meta: { sortable: true, className: "w-36 tabular-nums" },
      }),
      column.display({
        id: "caller",
        header: t("caller"),
        cell: ({ row: { original: call } }) => (
          <CallerLine name={call.customerName} phone={call.fromNumber} firstTime={call.firstTime} />
        ),
        meta: { className: "max-w-44 min-[90rem]:max-w-60 2xl:max-w-72" },
      }),
      column.accessor("reason", {
        header: t("reason"),
        cell: ({ getValue }) => (
          <span lang={spokenLanguage} className="text-muted-foreground" title={getValue() ?? undefined}>
            {getValue()}
          </span>
        ),
        meta: { from: "xl", className: "w-1/3 max-w-0 min-[90rem]:min-w-40" },
      }),
      column.display({
        id: "outcome",
        header: t("outcome"),
        cell: ({ row: { original: call } }) => <OutcomeBadge outcome={call.outcome} status={call.status} />,
        meta: { className: "w-40" },
      }),
      ...(manyBranches ? [branch] : []),
      column.accessor("durationSec", {
        header: t("duration"),
        cell: ({ row: { original: call } }) =>
          call.status === "ongoing" ? (
            <RunningDuration since={call.startTimestamp} />
          ) : (
            call.durationSec !== null && <Duration seconds={call.durationSec} />
          ),
        meta: { align: "end", className: "w-16" },
      }),
      column.accessor("bookedCents", {
        header: t("value"),
        cell: ({ getValue }) => {
          const cents = getValue();
          return cents > 0 && <Money cents={cents} />;
        },
        meta: { align: "end", from: "lg", className: "w-24" },
      }),
      ...(wantsCost || paysRetell ? [cost] : []),
    ]);
  }, [t, manyBranches, wantsCost, paysRetell, spokenLanguage]);
}
