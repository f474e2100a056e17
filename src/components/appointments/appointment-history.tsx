"use client";

import { useQuery } from "@tanstack/react-query";
import { Undo2 } from "lucide-react";
import { useNow, useTranslations } from "next-intl";
import { type Outputs, useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { Time, useTimeText } from "../time";
import { Button } from "../ui/button";
import type { AppointmentView } from "./appointment-details";
import { usePutBack } from "./use-put-back";
import { type Place, wayBack } from "./way-back";

type HistoryEntry = Outputs["appointments"]["history"][number];

interface AppointmentHistoryProps {
  view: AppointmentView;
  /** Opens the form of a move, with a place in it. */
  onMove: (place: Place) => void;
  onPutBack: () => void;
}

/** What happened to it and by whom, with the way back from its last move; nothing where nothing was recorded. */
export function AppointmentHistory({ view, onMove, onPutBack }: AppointmentHistoryProps) {
  const t = useTranslations("appointments.history");
  const trpc = useTRPC();
  const business = useBusiness();
  const now = useNow({ updateInterval: 60_000 });
  const { appointment } = view;
  const { data } = useQuery(trpc.appointments.history.queryOptions({ appointmentId: appointment.id }));
  const { putBack, isPending } = usePutBack(view, onPutBack, onMove);
  if (!data || data.length === 0) return null;
  const timeZone = view.timeZone ?? business.timeZone;
  const back = business.can("appointments:write") ? wayBack(data, appointment, now) : undefined;
  return (
    <div className="border-t pt-4">
      <h3 className="pb-1.5 font-medium">{t("title")}</h3>
      <ol className="flex flex-col gap-2 text-table">
        {data.map((entry) => (
          <li key={entry.id}>
            <Entry entry={entry} timeZone={timeZone} />
            {entry === back && entry.from && (
              <PutBack
                entry={entry}
                timeZone={timeZone}
                disabled={isPending}
                onPutBack={() => entry.from && putBack(entry.from, entry.overrideReason)}
              />
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

interface EntryProps {
  entry: HistoryEntry;
  timeZone: string;
}

function Entry({ entry, timeZone }: EntryProps) {
  const t = useTranslations("appointments.history");
  const actor = entry.actorName ?? t(`actor.${entry.actor}`);
  const [before, after] = usePlaces(entry, timeZone);
  return (
    <>
      <span className="block">
        {before && after
          ? t("movedFromTo", { from: before, to: after })
          : t(`type.${entry.type.slice("appointment.".length) as EntryWord}`)}
      </span>
      {entry.overrideReason && (
        <span className="block break-words">{t("exception", { reason: entry.overrideReason })}</span>
      )}
      <span className="text-muted-foreground">
        <Time value={entry.at} timeZone={timeZone} className="tabular-nums" /> · {actor}
      </span>
    </>
  );
}

type EntryWord = HistoryEntry["type"] extends `appointment.${infer Word}` ? Word : never;

interface PutBackProps extends EntryProps {
  disabled: boolean;
  onPutBack: () => void;
}

function PutBack({ entry, timeZone, disabled, onPutBack }: PutBackProps) {
  const t = useTranslations("appointments.history");
  const [before] = usePlaces(entry, timeZone);
  return (
    <div className="pt-1.5">
      <Button
        size="small"
        className="h-auto min-h-8 whitespace-normal py-1 text-left"
        {...{ disabled }}
        onClick={onPutBack}
      >
        <Undo2 />
        {t("putBack", { place: before ?? "" })}
      </Button>
    </div>
  );
}

/** Both places of a move in words; people and branches only where they changed. */
function usePlaces({ from, to }: HistoryEntry, timeZone: string): [string, string] | [] {
  const t = useTranslations("appointments.history");
  const never = new Date(0);
  const times = [
    useTimeText({ value: from?.start ?? never, timeZone }),
    useTimeText({ value: to?.start ?? never, timeZone }),
  ] as const;
  if (!from || !to) return [];
  const say = (time: string, { staff, branch }: Place) =>
    t("place", {
      time,
      withName: staff && from.staff?.id !== to.staff?.id ? "yes" : "no",
      name: staff?.name ?? "",
      withBranch: branch && from.branch?.id !== to.branch?.id ? "yes" : "no",
      branch: branch?.name ?? "",
    });
  return [say(times[0], from), say(times[1], to)];
}
