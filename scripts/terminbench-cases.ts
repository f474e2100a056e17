/**
 * Writes src/lib/german-time/bench/generated.jsonl: combinations whose answers are computed by plain calendar
 * arithmetic on UTC dates, without the grammar. `node --import tsx scripts/terminbench-cases.ts`
 */
import { writeFileSync } from "node:fs";
import { CaseSet, clocks } from "./terminbench-cases/case-set";
import { addClockChanges, addClockTimes, addFeasts } from "./terminbench-cases/clock-cases";
import { addDates, addRelativeDays, addWeekdays } from "./terminbench-cases/day-cases";
import { addBounds, addDayparts } from "./terminbench-cases/part-cases";
import { addSpans, addSpoken } from "./terminbench-cases/span-cases";

const set = new CaseSet();
for (const now of clocks) {
  addWeekdays(set, now);
  addRelativeDays(set, now);
  addDayparts(set, now);
  addBounds(set, now);
  addDates(set, now);
  addSpans(set, now);
  addSpoken(set, now);
}
addClockTimes(set);
addFeasts(set);
addClockChanges(set);

writeFileSync("src/lib/german-time/bench/generated.jsonl", `${set.lines.join("\n")}\n`);
console.log(`${set.lines.length} lines`);
