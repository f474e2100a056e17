import { z } from "zod";
import { minuteOf } from "@/lib/clock-minutes";
import { clockTime, rowId } from "./form-fields";

export interface TimeRange {
  from: string;
  to: string;
}

const inOrder = ({ from, to }: TimeRange) => minuteOf(from, "start") < minuteOf(to, "end");
const orderProblem = { path: ["to"], error: "range_order" };

const timeRange = z.object({ from: clockTime, to: clockTime });
const weekday = z.number().int().min(1).max(7);

/** Complains at every range that begins before an earlier one of the same day has ended. */
function findOverlaps<Range extends TimeRange>(
  ranges: readonly Range[],
  dayOf: (range: Range) => unknown,
): number[] {
  return ranges.flatMap((range, index) => {
    const start = minuteOf(range.from, "start");
    const clashes = ranges.some((other, at) => {
      if (at === index || dayOf(other) !== dayOf(range)) return false;
      const otherStart = minuteOf(other.from, "start");
      const earlier = otherStart < start || (otherStart === start && at < index);
      return earlier && start < minuteOf(other.to, "end");
    });
    return clashes ? [index] : [];
  });
}

const withoutOverlaps = <Range extends z.ZodType<TimeRange>>(
  range: Range,
  dayOf: (range: z.output<Range>) => unknown,
) =>
  z
    .array(range)
    .max(70, "too_many")
    .superRefine((ranges, ctx) => {
      for (const index of findOverlaps(ranges, dayOf))
        ctx.addIssue({ code: "custom", path: [index, "from"], message: "range_overlap" });
    });

/** When a branch is open in a usual week. 1 = Monday … 7 = Sunday. */
export const openingWeek = withoutOverlaps(
  timeRange.extend({ weekday }).refine(inOrder, orderProblem),
  (range) => range.weekday,
);

/** When a branch is open on one day. */
export const openingDay = withoutOverlaps(timeRange.refine(inOrder, orderProblem), () => "day");

/** When and where somebody works in a usual week; nobody is at two branches at once. */
export const workingWeek = withoutOverlaps(
  timeRange.extend({ weekday, branchId: rowId }).refine(inOrder, orderProblem),
  (range) => range.weekday,
);

/** When and where somebody works on one day. */
export const workingDay = withoutOverlaps(
  timeRange.extend({ branchId: rowId }).refine(inOrder, orderProblem),
  () => "day",
);
