import type { Outputs } from "@/trpc/client";

type HistoryEntry = Pick<Outputs["appointments"]["history"][number], "from" | "to" | "overrideReason">;

/** When, with whom and where an appointment was; whom and where as far as it is known. */
export type Place = NonNullable<HistoryEntry["from"]>;

interface Appointment {
  status: string;
  startTime: Date;
}

/**
 * The move that took an appointment to where it stands, for the way back to where it was before; moves that were put
 * back count no more. None where something else put it elsewhere since, or where that time is over.
 */
export function wayBack<Entry extends HistoryEntry>(
  history: readonly Entry[],
  { status, startTime }: Appointment,
  now: Date,
): Entry | undefined {
  const last = history
    .filter(({ from, to }) => from && to)
    .reduce<Entry[]>(
      (standing, move) => (isReversed(standing.at(-1), move) ? standing.slice(0, -1) : standing.concat(move)),
      [],
    )
    .at(-1);
  if (!last?.from || (status !== "pending" && status !== "scheduled")) return undefined;
  const isStillThere = last.to?.start.getTime() === startTime.getTime();
  return isStillThere && last.from.start > now ? last : undefined;
}

const isReversed = (move: HistoryEntry | undefined, by: HistoryEntry) =>
  move !== undefined && isSame(move.from, by.to) && isSame(move.to, by.from);

const isSame = (a: Place | undefined, b: Place | undefined) =>
  a?.start.getTime() === b?.start.getTime() &&
  a?.staff?.id === b?.staff?.id &&
  a?.branch?.id === b?.branch?.id;
