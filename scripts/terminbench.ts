import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as chrono from "chrono-node";
import { Temporal } from "temporal-polyfill";
import { type Hours, interpret, type Meaning, type Region } from "../src/lib/german-time";
import { runProgram } from "./lib/program";

/** One line of a benchmark file; the format is explained in src/lib/german-time/README.md. */
interface Line {
  id: string;
  cat: string;
  text: string;
  now: string;
  zone: string;
  land: string;
  hours?: Hours;
  region?: Region;
  expect: Meaning;
}

type Verdict = "exact" | "silent" | "asked" | "nothing";

const ownSet = "src/lib/german-time/bench";
const definite = ["instant", "day", "days", "window", "time", "daypart"];
/** Lines read once before the clock runs, so that the figures are those of a running server. */
const warmUp = 200;
/** The fastest of these counts: a busy machine is not the grammar's fault. */
const timedRuns = 3;
const bar = { exact: 0.99, silent: 0, p99Ms: 5 };

const ownFiles = () =>
  readdirSync(ownSet)
    .filter((name) => name.endsWith(".jsonl"))
    .toSorted()
    .map((name) => join(ownSet, name));

function readLines(file: string): Line[] {
  const rows = readFileSync(file, "utf8").split("\n");
  return rows.flatMap((row) => (row.trim() === "" ? [] : [JSON.parse(row) as Line]));
}

type Interpreter = (text: string, setting: Parameters<typeof interpret>[1]) => Meaning;

function judge(line: Line, read: Interpreter) {
  const setting = {
    now: new Date(line.now),
    zone: line.zone,
    land: line.land,
    hours: line.hours,
    region: line.region,
  };
  const runs = Array.from({ length: timedRuns }, () => {
    const started = performance.now();
    const got = attempt(() => read(line.text, setting));
    return { got, ms: performance.now() - started };
  });
  const [{ got } = { got: undefined }] = runs;
  return { line, got, verdict: verdictOn(got, line.expect), ms: Math.min(...runs.map(({ ms }) => ms)) };
}

type Judged = ReturnType<typeof judge>;

function attempt(read: () => Meaning): Meaning | undefined {
  try {
    return read();
  } catch (error) {
    console.log(error);
    return undefined;
  }
}

function verdictOn(got: Meaning | undefined, expected: Meaning): Verdict {
  if (!got) return "nothing";
  if (canonical(got) === canonical(expected)) return "exact";
  if (definite.includes(got.kind)) return "silent";
  return got.kind === "none" ? "nothing" : "asked";
}

/** Keys sorted, candidates as a set. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries
    .map(([key, entry]) =>
      key === "candidates" && Array.isArray(entry)
        ? `candidates:${[...new Set(entry.map(canonical))].toSorted().join()}`
        : `${key}:${canonical(entry)}`,
    )
    .join()}}`;
}

/** chrono-node's German locale, in the words of the same format: what it found first. */
function readWithChrono(text: string, { now, zone }: { now: Date; zone: string }): Meaning {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  const timezone = local.offsetNanoseconds / 60e9;
  const [found] = chrono.de.parse(text, { instant: now, timezone }, { forwardDate: true });
  if (!found) return { kind: "none" };
  const wall = (part: chrono.ParsedComponents, time: boolean) => {
    const two = (name: chrono.Component) => String(part.get(name) ?? 0).padStart(2, "0");
    const date = `${part.get("year")}-${two("month")}-${two("day")}`;
    return time ? `${date}T${two("hour")}:${two("minute")}` : date;
  };
  const { start, end } = found;
  if (end) return { kind: "window", start: wall(start, true), end: wall(end, true) };
  if (!start.isCertain("hour")) return { kind: "day", date: wall(start, false) };
  const isTimeOnly = !start.isCertain("day") && !start.isCertain("weekday");
  return isTimeOnly
    ? { kind: "time", time: wall(start, true).slice(11) }
    : { kind: "instant", start: wall(start, true) };
}

function miss(
  { id, cat, text, now, hours, region, expect }: Line,
  got: Meaning | undefined,
  verdict: Verdict,
): string {
  const monday = hours ? ` Mo ${hours.mon?.join("+")}` : "";
  return `${verdict.toUpperCase()} ${id} [${cat}] ${JSON.stringify(text)} (${now}${monday}${region ? ` ${region}` : ""})\n    expected ${brief(expect)}\n    got      ${brief(got)}`;
}

const brief = (meaning: Meaning | undefined) => JSON.stringify(meaning) ?? "an exception";

function report(ours: Judged[], theirs: Judged[]) {
  const rows = [...new Set(ours.map(({ line }) => line.cat))].map((cat) => row(cat, ours, theirs, cat));
  console.log(
    `\n${"".padEnd(14)}${"lines".padStart(6)}  ${header("askproai")}  ${header("chrono-node de")}\n${rows.join("\n")}\n${row("all", ours, theirs)}`,
  );
  for (const [name, results] of [
    ["askproai", ours],
    ["chrono-node de", theirs],
  ] as const)
    console.log(`${name}: p50 ${percentile(results, 0.5)} ms, p99 ${percentile(results, 0.99)} ms`);
}

const header = (name: string) => `${name}: exact  asked silent nothing %`.padEnd(42);

function row(name: string, ours: Judged[], theirs: Judged[], cat?: string): string {
  const own = cat ? ours.filter(({ line }) => line.cat === cat) : ours;
  const other = cat ? theirs.filter(({ line }) => line.cat === cat) : theirs;
  return `${name.padEnd(14)}${String(own.length).padStart(6)}  ${shares(own).padEnd(42)}  ${shares(other)}`;
}

const shares = (results: Judged[]) =>
  (["exact", "asked", "silent", "nothing"] as const)
    .map((verdict) => (100 * share(results, verdict)).toFixed(2).padStart(8))
    .join("");

const share = (results: Judged[], verdict: Verdict) =>
  results.filter((result) => result.verdict === verdict).length / Math.max(1, results.length);

function percentile(results: Judged[], p: number): string {
  return percentileMs(results, p).toFixed(2);
}

function percentileMs(results: Judged[], p: number): number {
  const sorted = results.map(({ ms }) => ms).toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? 0;
}

const isAboveBar = (results: Judged[]) =>
  results.length > 0 &&
  share(results, "exact") >= bar.exact &&
  share(results, "silent") <= bar.silent &&
  percentileMs(results, 0.99) < bar.p99Ms;

/** `npm run terminbench -- [FILE.jsonl …]`: the grammar against lines with known answers; without a file our own set. */
await runProgram(async () => {
  const files = process.argv.slice(2).length > 0 ? process.argv.slice(2) : ownFiles();
  const lines = files.flatMap((file) => readLines(file));
  for (const line of lines.slice(0, warmUp)) judge(line, interpret);
  const ours = lines.map((line) => judge(line, interpret));
  const theirs = lines.map((line) => judge(line, readWithChrono));
  for (const { line, got, verdict } of ours) {
    if (verdict !== "exact") console.log(miss(line, got, verdict));
  }
  report(ours, theirs);
  return isAboveBar(ours) ? 0 : 1;
});
