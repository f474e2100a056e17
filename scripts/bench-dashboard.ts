import { parseArgs } from "node:util";
import { addDays } from "@/lib/plain-date";
import { connect, type Database } from "@/server/db";
import type { TenantContext } from "@/server/domain/_core/context";
import { getReport } from "@/server/domain/analytics/get-report";
import { touchedBy } from "./bench/dashboard/counters";
import { prepareDatabase } from "./bench/dashboard/database";
import { measurePages } from "./bench/dashboard/pages";
import { compare, type Ratio } from "./bench/dashboard/ratios";
import { rawDays, rawReport } from "./bench/dashboard/raw-report";
import { listRequests } from "./bench/dashboard/requests";
import { type Business, businesses } from "./bench/dashboard/seed";
import { type Line, rowOf } from "./bench/dashboard/table";
import { quietSpread } from "./bench/lib/statistics";
import { heaviestBytes, weighPages } from "./lib/page-weight";
import { runProgram } from "./lib/program";
import { Sentence } from "./lib/sentence";

/** Rows touched per list request: so many per row shown, and so many besides. */
const [perRow, besides] = [3, 10];
const mostQueries = 8;
const deepest = 1.3;
const rollupShare = 1 / 50;

/**
 * `npm run bench:dashboard`: what the dashboard asks of a database in which one business has 1,000,000 of 1,100,000
 * calls. Counts rows, not time, wherever it can. `-- --calls 50000` for less of everything, `--fresh` fills again a
 * database that DATABASE_URL names; `--only pages` measures every page in a browser alone, `--only weight` weighs the
 * scripts of the production build's pages instead, anything else chooses lists by their names. Exit code 1 on a miss.
 */
await runProgram(async () => {
  const { calls, fresh, only } = readOptions();
  const say = (text: string) => process.stdout.write(`${text}\n`);
  if (only === "weight") return tellWeights(say);
  const { server, url } = await prepareDatabase({ calls, fresh, say });
  const [busy, small] = businesses(calls) as [Business, Business];
  say(`${server}; ${busy.calls} calls of one business among ${businesses(calls).length}\n`);
  // One connection, whose counters count nothing else.
  const db = connect(url, 1);
  const lines: Line[] = [];
  const tell = (line: Line) => {
    lines.push(line);
    say(rowOf(line));
  };
  if (only !== "pages") {
    await measureLists(contextOf(db, busy), tell, only);
    await measureLists(contextOf(db, small), tell, only);
  }
  if (!only) await measureReport(contextOf(db, busy), tell);
  if (!only || only === "pages") await measurePages(contextOf(db, busy), url, tell);
  await db.$client.end();
  const missed = lines.filter(({ pass }) => pass === false).length;
  if (lines.some(({ unquiet }) => unquiet)) say("unquiet machine: times marked ~ judge nothing");
  say(missed === 0 ? "Every goal is met." : `${missed} goals are missed.`);
  return missed === 0 ? 0 : 1;
});

/** What the pages of the production build that is there weigh. */
function tellWeights(say: (text: string) => void): number {
  const pages = weighPages(process.env.NEXT_DIST_DIR ?? ".next");
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  for (const { page, bytes } of pages)
    say(
      rowOf({
        goal: `first-load JavaScript of ${page}, gzipped`,
        measured: kilobytes(bytes),
        target: `≤ ${kilobytes(heaviestBytes)}`,
        pass: bytes <= heaviestBytes,
      }),
    );
  return pages.some(({ bytes }) => bytes > heaviestBytes) ? 1 : 0;
}

function contextOf(db: Database, { tenantId, slug }: Business): TenantContext {
  const tenant = { id: tenantId, slug, timeZone: "Europe/Berlin" };
  return { tenant, actor: { type: "job", name: "bench" }, db, requestId: "bench" };
}

async function measureLists(ctx: TenantContext, tell: (line: Line) => void, only = ""): Promise<void> {
  const requests = (await listRequests(ctx)).filter(({ name }) => name.includes(only));
  for (const { name, first, half, last } of requests) {
    const where = `${ctx.tenant.slug} ${name}`;
    const shown = await measureRows(ctx, where, first, tell);
    const halfShown = half && (await measureRows(ctx, `${where}, half way`, half, tell));
    if (last) await measureRows(ctx, `${where}, last`, last, tell);
    // What reads too much is not worth the wait, and a short page is no fair comparison.
    if (half && shown.pass && halfShown?.pass && shown.rows === halfShown.rows)
      tell(ratioLine(`${where}: half way ÷ first page`, await compare(first, half, 5), deepest));
  }
}

async function measureRows(
  ctx: TenantContext,
  goal: string,
  ask: () => Promise<{ rows: readonly unknown[] }>,
  tell: (line: Line) => void,
) {
  // Once before it counts: a fresh connection reads its tables' descriptions too.
  await ask();
  const { result, rows, queries } = await touchedBy(ctx.db, ask);
  const target = perRow * result.rows.length + besides;
  const pass = rows <= target;
  tell({ goal, measured: `${rows} rows for ${result.rows.length}`, target: `≤ ${target}`, pass });
  if (queries > mostQueries)
    tell({ goal, measured: `${queries} queries`, target: `≤ ${mostQueries}`, pass: false });
  return { rows: result.rows.length, pass };
}

async function measureReport(ctx: TenantContext, tell: (line: Line) => void): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  for (const days of [30, 182]) {
    const request = { fromDate: addDays(today, 1 - days), toDate: today };
    // The report reads the period before as well.
    const [from, before] = [new Date(addDays(today, 1 - 2 * days)), new Date(addDays(today, 1))];
    const { queries, rows } = await touchedBy(ctx.db, () => getReport(ctx, request));
    tell({
      goal: `report of ${days} days`,
      measured: `${queries} queries, ${rows} rows`,
      target: `≤ ${mostQueries} queries`,
      pass: queries <= mostQueries,
    });
    const report = () => getReport(ctx, request);
    tell(
      ratioLine(
        `report of ${days} days ÷ the same from raw rows`,
        await compare(() => rawReport(ctx, from, before), report),
        rollupShare,
      ),
    );
    tell({
      ...ratioLine(
        `report of ${days} days ÷ three raw numbers a day`,
        await compare(() => rawDays(ctx, from, before), report),
        rollupShare,
      ),
      pass: undefined,
    });
  }
}

function ratioLine(goal: string, { ratio, spread }: Ratio, target: number): Line {
  const unquiet = spread > quietSpread;
  const format = (value: number) => (target < 1 ? `1/${Math.round(1 / value)}` : value.toFixed(2));
  return {
    goal,
    measured: `${unquiet ? "~" : ""}${format(ratio)}`,
    target: `≤ ${format(target)}`,
    pass: unquiet ? undefined : ratio <= target,
    unquiet,
  };
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      calls: { type: "string", default: "1000000" },
      fresh: { type: "boolean", default: false },
      only: { type: "string" },
    },
  });
  if (!/^[1-9]\d{3,6}$/.test(values.calls))
    throw new Sentence("--calls must be a number from 1000 to 9999999.");
  return { ...values, calls: Number(values.calls) };
}
