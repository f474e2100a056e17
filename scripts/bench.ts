import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { conclude, type Goal, goalTable } from "./bench/lib/goals";
import { type PhonePlan, runPhone } from "./bench/phone/run-phone";
import { runToEnd } from "./lib/children";
import { dataFolder, root } from "./lib/paths";
import { runProgram } from "./lib/program";
import { Sentence } from "./lib/sentence";

const plans: Record<"quick" | "full", Omit<PhonePlan, "tell"> & { dashboardCalls: number; minutes: number }> =
  {
    quick: { pairs: 7, calls: 64, roundMs: 1_000, dashboardCalls: 50_000, minutes: 5 },
    full: { pairs: 15, calls: 200, roundMs: 2_000, dashboardCalls: 1_000_000, minutes: 20 },
  };

const parts = ["phone", "dashboard"] as const;

/**
 * `npm run bench [-- --full] [-- --only phone]`: the goals that have numbers, measured on the app as it is shipped.
 * Ratios first: reference and subject run in turns, and where the reference itself varies too much nothing is judged.
 * The phone's result is written to .data/bench/phone.json too. Exit code 1 on a miss, not on an unquiet machine.
 */
await runProgram(async () => {
  const { plan, only } = readOptions();
  const say = (text: string) => process.stdout.write(`${text}\n`);
  const load = () => `load ${loadavg()[0]?.toFixed(1)} on ${cpus().length} cores`;
  say(`About ${plan.minutes} minutes; ${load()}`);
  let code = 0;
  if (only.includes("phone")) {
    const goals: Goal[] = [];
    const tell = (goal: Goal) => {
      goals.push(goal);
      say(`${goal.goal}: ${goal.measured}; ${goal.verdict}`);
    };
    await runPhone({ ...plan, tell });
    const verdict = conclude(goals);
    code = verdict.code;
    const file = join(dataFolder, "bench", "phone.json");
    mkdirSync(join(dataFolder, "bench"), { recursive: true });
    writeFileSync(file, `${JSON.stringify({ at: new Date(), load: loadavg(), goals }, null, 2)}\n`);
    say(`\n${goalTable(goals)}\n\n${verdict.sentence} (${load()})`);
  }
  if (only.includes("dashboard")) {
    const program = join(root, "scripts/bench-dashboard.ts");
    const calls = String(plan.dashboardCalls);
    const dashboard = await runToEnd(process.execPath, ["--import", "tsx", program, "--calls", calls], {
      cwd: root,
    });
    code = Math.max(code, dashboard);
  }
  return code;
});

function readOptions() {
  const { values } = parseArgs({
    options: {
      quick: { type: "boolean" },
      full: { type: "boolean" },
      only: { type: "string", default: parts.join() },
    },
  });
  if (values.quick && values.full) throw new Sentence("--quick and --full exclude each other.");
  const only = values.only.split(",");
  const unknown = only.find((name) => !parts.some((part) => part === name));
  if (unknown !== undefined) throw new Sentence(`--only knows ${parts.join(" and ")}, not "${unknown}".`);
  return { plan: plans[values.full ? "full" : "quick"], only };
}
