import type { Outputs } from "@/trpc/client";

type HistoryEntry = Pick<Outputs["appointments"]["history"][number], "from" | "to" | "overrideReason">;

/** When, with whom and where an appointment was; whom and where as far as it is known. */
export type Place = NonNullable<HistoryEntry["from"]>;

interface Appointment {
  status: string;
  startTime: Date;
}

/**
 * The place that the last move took an appointment from; none where that move was itself the way back, where something
 * else put it elsewhere since, or where that time is over.
 */
export function wayBack<Entry extends HistoryEntry>(
  history: readonly Entry[],
  { status, startTime }: Appointment,
  now: Date,
): Entry | undefined {
  const [last, before] = history.filter(({ from, to }) => from && to).reverse();
  if (!last?.from || (status !== "pending" && status !== "scheduled")) return undefined;
  const isStillThere = last.to?.start.getTime() === startTime.getTime();
  if (!isStillThere || last.from.start <= now) return undefined;
  return before && isSame(before.from, last.to) && isSame(before.to, last.from) ? undefined : last;
}

const isSame = (a: Place | undefined, b: Place | undefined) =>
  a?.start.getTime() === b?.start.getTime() &&
  a?.staff?.id === b?.staff?.id &&
  a?.branch?.id === b?.branch?.id;
