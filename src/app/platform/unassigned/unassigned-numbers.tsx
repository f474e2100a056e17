"use client";

import { useQuery } from "@tanstack/react-query";
import { CheckCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/empty-state";
import { AssignDialog } from "@/components/platform/numbers/assign-dialog";
import { platformTimeZone } from "@/components/platform/platform-time-zone";
import { QueryErrorState } from "@/components/query-error-state";
import { RelativeTime } from "@/components/relative-time";
import { formatPhone } from "@/lib/phone-display";
import { type Outputs, useTRPC } from "@/trpc/client";

type UnassignedNumber = Outputs["platform"]["unassignedNumbers"][number];

/** One row per number, because the number is what gets an owner. */
export function UnassignedNumbers() {
  const t = useTranslations("platform.unassigned");
  const trpc = useTRPC();
  const query = useQuery(
    trpc.platform.unassignedNumbers.queryOptions(undefined, { refetchInterval: 30_000 }),
  );
  if (query.isError && !query.data) return <QueryErrorState query={query} />;
  if (query.data?.length === 0)
    return (
      <EmptyState icon={CheckCheck} title={t("none")} className="border-t">
        {t("noneHint")}
      </EmptyState>
    );
  return (
    <ul className="border-t">
      {query.data?.map((row) => (
        <NumberRow key={row.toNumber ?? ""} row={row} />
      ))}
    </ul>
  );
}

function NumberRow({ row }: { row: UnassignedNumber }) {
  const t = useTranslations("platform.unassigned");
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium tabular-nums">{row.toNumber ? formatPhone(row.toNumber) : t("noNumber")}</p>
        <p className="text-muted-foreground text-table">
          {t("calls", { count: row.calls, callers: row.callers })}
          {row.lastSeenAt && (
            <>
              {" · "}
              {t.rich("last", {
                time: () => <RelativeTime value={row.lastSeenAt ?? new Date()} timeZone={platformTimeZone} />,
              })}
            </>
          )}
        </p>
      </div>
      {row.toNumber && <AssignDialog phoneNumber={row.toNumber} />}
    </li>
  );
}
