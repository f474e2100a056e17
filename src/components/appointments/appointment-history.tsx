"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type Outputs, useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { Time, useTimeText } from "../time";

type HistoryEntry = Outputs["appointments"]["history"][number];

/** What happened to it and by whom; nothing where nothing was recorded. */
export function AppointmentHistory({ id, timeZone }: { id: number; timeZone: string | null }) {
  const t = useTranslations("appointments");
  const trpc = useTRPC();
  const business = useBusiness();
  const { data } = useQuery(trpc.appointments.history.queryOptions({ appointmentId: id }));
  if (!data || data.length === 0) return null;
  return (
    <div className="border-t pt-4">
      <h3 className="pb-1.5 font-medium">{t("history.title")}</h3>
      <ol className="flex flex-col gap-2 text-table">
        {data.map((entry) => (
          <Entry key={entry.id} entry={entry} timeZone={timeZone ?? business.timeZone} />
        ))}
      </ol>
    </div>
  );
}

function Entry({ entry, timeZone }: { entry: HistoryEntry; timeZone: string }) {
  const t = useTranslations("appointments.history");
  const actor = entry.actorName ?? t(`actor.${entry.actor}`);
  return (
    <li>
      <span className="block">
        {entry.fromStart && entry.toStart ? (
          <Moved from={entry.fromStart} to={entry.toStart} timeZone={timeZone} />
        ) : (
          t(`type.${entry.type.slice("appointment.".length) as EntryWord}`)
        )}
      </span>
      {entry.overrideReason && (
        <span className="block break-words">{t("exception", { reason: entry.overrideReason })}</span>
      )}
      <span className="text-muted-foreground">
        <Time value={entry.at} timeZone={timeZone} className="tabular-nums" /> · {actor}
      </span>
    </li>
  );
}

type EntryWord = HistoryEntry["type"] extends `appointment.${infer Word}` ? Word : never;

function Moved({ from, to, timeZone }: { from: Date; to: Date; timeZone: string }) {
  const t = useTranslations("appointments.history");
  const before = useTimeText({ value: from, timeZone });
  const after = useTimeText({ value: to, timeZone });
  return t("movedFromTo", { from: before, to: after });
}
