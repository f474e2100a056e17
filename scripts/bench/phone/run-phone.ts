import { setTimeout as sleep } from "node:timers/promises";
import { demoAccounts } from "@/server/db/seed/accounts";
import { demoBusinesses } from "@/server/db/seed/businesses";
import { createDatabase, dropDatabase } from "../../lib/database/connection";
import { migrateDatabase } from "../../lib/database/migrations";
import { withDatabaseName } from "../../lib/database/names";
import { measureThroughput } from "../../prove/throughput";
import { type Goal, judge, judgeRatio } from "../lib/goals";
import { isQuiet, median, pairsOf, quantile } from "../lib/statistics";
import { freeBooked, untilProcessed } from "./between-rounds";
import { callsUnderWay, keepBusy, readReport, sendWebhook, signIn, timesOf, timesOfArrivals } from "./load";
import { type Bench, countStatements, prepareBench, startBenchApp } from "./product";
import { askAvailability, askNothing, book, type Line } from "./tools";

export interface PhonePlan {
  pairs: number;
  /** Tool calls of one kind in one round. */
  calls: number;
  /** Of one round of bookings past any HTTP. */
  roundMs: number;
  tell: (goal: Goal) => void;
}

const callers = 16;
/** Callers listen, think and speak before the next question; on the phone that takes ten seconds rather than two. */
const pauseSeconds = 2;
const webhookConnections = 64;
const analyticsUsers = 16;
const p99 = (times: readonly number[]) => quantile(times, 0.99);
const inMs = (values: readonly number[]) => `${median(values).toFixed(0)} ms`;

/** At most so many statements a tool call: where it stands today, so that one more is noticed. */
const mostStatements: Record<string, number> = {
  bench_nothing: 9,
  check_availability: 16,
  book_appointment: 28,
};

/** Everything about the phone that has a number: `npm run bench -- --only phone`. */
export async function runPhone(plan: PhonePlan): Promise<void> {
  const bench = await prepareBench();
  const [own, , calcom] = demoBusinesses.map(({ branches, services }) => ({
    toNumber: branches[0]?.phoneNumber ?? "",
    service: services[0]?.name ?? "",
  }));
  if (!own || !calcom) throw new Error("the demo lost a business");
  await measureStatements(bench, own, plan);
  await measureBookings(bench, plan);

  await startBenchApp(bench);
  const target = { url: `http://127.0.0.1:${bench.places.port}`, retellApiKey: bench.secrets.retellApiKey };
  await measureCoalescing(bench, { target, ...calcom }, plan);
  await measureLatency(bench, { target, ...own }, plan);
  await measureIsolation(bench, { target, ...own }, plan);
}

async function measureStatements(bench: Bench, line: Omit<Line, "target">, { tell }: PhonePlan) {
  for (const { tool, statements, commits } of await countStatements(bench, line)) {
    const goal = judge(
      { goal: `statements of ${tool}`, most: mostStatements[tool] },
      statements,
      bench.isAlone,
    );
    tell({ ...goal, measured: `${goal.measured} (${commits} commits by name)` });
  }
}

/** Past HTTP: the verb against bare mysql2, which locks first, in a database of their own. */
async function measureBookings({ places }: Bench, { pairs, roundMs, tell }: PhonePlan) {
  const url = withDatabaseName(places.databaseUrl, "bench_bookings_test");
  await dropDatabase(url);
  await createDatabase(url);
  await migrateDatabase(url);
  for (const spread of ["hot", "spread"] as const) {
    for (const measured of await measureThroughput(url, 1, { spread, pairs, roundMs, batch: 240 })) {
      const { path, reference, subject } = measured;
      const goal = `${path} a second ÷ bare mysql2, ${spread}, ${callers} at once`;
      const figures = `${median(subject).toFixed(0)} ÷ ${median(reference).toFixed(0)} a second`;
      const isGoal = path === "booked" && spread === "hot";
      tell(judgeRatio({ goal, ...(isGoal && { least: 0.5 }) }, measured, figures));
    }
  }
}

async function measureCoalescing({ calendarRequests }: Bench, line: Line, { tell }: PhonePlan) {
  await untilFilled(line);
  const before = calendarRequests();
  await timesOf(100, 100, () => askAvailability(line));
  await sleep(2_000);
  tell(
    judge({ goal: "requests at Cal.com for 100 identical questions", most: 2 }, calendarRequests() - before),
  );
}

const patienceMs = 120_000;

/** A new installation first has to fetch its copy of the outside calendar. */
async function untilFilled(line: Line): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      await askAvailability(line);
      return sleep(2_000);
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(1_000);
    }
  }
}

const kinds = ["bench_nothing", "check_availability", "book_appointment"] as const;
type Kind = (typeof kinds)[number];
type Rounds = Record<Kind, number[][]>;

/**
 * The no-op, a question and a booking in turns, at two kinds of load. The limit counts for arrivals that come whatever
 * became of those before, as people call. All at once without a pause, a sixteenth of the machine each, compares the
 * tools with each other and shows how many fit into a second.
 */
async function measureLatency(bench: Bench, line: Line, { pairs, calls, tell }: PhonePlan): Promise<void> {
  const inCall = callsUnderWay(line);
  let booked = 0;
  const once: Record<Kind, () => Promise<number>> = {
    bench_nothing: () => inCall((call) => askNothing(line, call)),
    check_availability: () => inCall((call) => askAvailability(line, call)),
    book_appointment: () => book(line, 3 + (booked++ % 20)),
  };
  const empty = (): Rounds => ({ bench_nothing: [], check_availability: [], book_appointment: [] });
  const [talking, atOnce, seconds] = [empty(), empty(), empty()];
  for (let round = -1; round < pairs; round++)
    for (const kind of kinds) {
      const paced = await timesOfArrivals(callers / pauseSeconds, Math.ceil(calls / 4), once[kind]);
      const began = performance.now();
      const times = await timesOf(callers, calls, once[kind]);
      const spent = performance.now() - began;
      if (kind === "book_appointment") await freeBooked(bench);
      // The first round warms up.
      if (round < 0) continue;
      talking[kind].push(paced);
      atOnce[kind].push(times);
      seconds[kind].push([spent / 1_000]);
    }
  const reference = atOnce.bench_nothing.map(p99);
  for (const kind of ["check_availability", "book_appointment"] as const) {
    const subject = atOnce[kind].map(p99);
    const all = atOnce[kind].flat();
    const rate = (calls * pairs) / seconds[kind].flat().reduce((sum, value) => sum + value, 0);
    const measured = pairsOf(reference, subject);
    const figures = `p99 ${inMs(subject)} ÷ ${inMs(reference)}, median ${inMs(all)}, ${rate.toFixed(0)} a second`;
    const ratio = {
      goal: `${kind} p99 ÷ a tool that does nothing, ${callers} at once without a pause`,
      most: 5,
    };
    tell(judgeRatio(ratio, measured, figures));
    tell(judge({ goal: `${kind} p99, ${callers} at once without a pause`, unit: " ms" }, p99(all)));
    const waits = talking[kind].flat();
    const limit = {
      goal: `${kind} p99, ${callers} callers who ask every ${pauseSeconds} s`,
      most: 100,
      unit: " ms",
    };
    const goal = judge(limit, p99(waits), isQuiet(talking.bench_nothing.map(median)));
    const nothing = `a tool that does nothing ${inMs(talking.bench_nothing.flat())}`;
    tell({ ...goal, measured: `${goal.measured} (median ${inMs(waits)} of ${waits.length}; ${nothing})` });
  }
}

/** Questions alone, and while webhooks pour in and people read reports. */
async function measureIsolation(bench: Bench, line: Line, { pairs, calls, tell }: PhonePlan): Promise<void> {
  const { target, toNumber } = line;
  const account = demoAccounts.find(({ role }) => role === "owner");
  const slug = account?.tenant;
  if (!account || !slug) throw new Error("the demo lost its owner");
  const { email } = account;
  const cookie = await signIn(target.url, { email, password: bench.secrets.passwords[email] ?? "" });
  const inCall = callsUnderWay(line);
  const question = () => timesOf(callers, calls, () => inCall((call) => askAvailability(line, call)));

  const [alone, together]: [number[][], number[][]] = [[], []];
  const done = { webhooks: 0, reports: 0 };
  for (let pair = 0; pair < pairs; pair++) {
    await untilProcessed(bench);
    alone.push(await question());
    const webhooks = keepBusy(webhookConnections, () => sendWebhook(target, toNumber));
    const reports = keepBusy(analyticsUsers, () => readReport(target.url, slug, cookie));
    await sleep(300);
    together.push(await question());
    done.webhooks += await webhooks.stop();
    done.reports += await reports.stop();
  }
  const measured = pairsOf(alone.map(p99), together.map(p99));
  const load = `${done.webhooks} webhooks and ${done.reports} reports beside`;
  const figures = `p99 ${inMs(together.map(p99))} ÷ ${inMs(alone.map(p99))}; ${load}`;
  tell(judgeRatio({ goal: "check_availability p99 under load ÷ alone", most: 2 }, measured, figures));
}
