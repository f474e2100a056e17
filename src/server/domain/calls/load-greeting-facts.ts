import { and, desc, eq, gt, gte, lte, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/mysql-core";
import type { AssistantContent } from "@/contracts/assistant";
import {
  assistantVersions,
  branchClosures,
  branches,
  branchSpecialHours,
  customers,
  openingHours,
  publicHolidays,
} from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { findContent } from "../assistant/read-content";
import type { BranchHours } from "../availability/calendar";

export interface GreetingFacts {
  hours: BranchHours;
  callerKnown: boolean;
  /** What the business tells its callers; undefined where nothing was published, or cannot be read. */
  assistant: AssistantContent | undefined;
  /** All that are open for business: some of what is told holds for one of them only. */
  branches: { id: number; name: string }[];
}

/** What the greeting of a branch needs, in one round trip: an inbound call rings until we answered. */
export async function loadGreetingFacts(
  ctx: TenantContext,
  input: { branchId: number; callerPhone: string | null; firstDay: string; lastDay: string },
): Promise<GreetingFacts> {
  const { branchId, callerPhone, firstDay, lastDay } = input;
  const text = (column: unknown) => sql<string>`CAST(${column} AS CHAR)`;
  const kind = (name: "open" | "special" | "closure" | "holiday" | "known" | "assistant" | "branch") =>
    sql<typeof name>`${sql.raw(`'${name}'`)}`.as("kind");
  const none = sql<string>`''`;
  const rows = await unionAll(
    ctx.db
      .select({
        kind: kind("open"),
        from: text(openingHours.startsMinute).as("from_value"),
        to: text(openingHours.endsMinute).as("to_value"),
        day: text(openingHours.weekday).as("day_value"),
      })
      .from(openingHours)
      .where(and(eq(openingHours.tenantId, ctx.tenant.id), eq(openingHours.branchId, branchId))),
    ctx.db
      .select({
        kind: kind("special"),
        from: text(branchSpecialHours.startsMinute).as("from_value"),
        to: text(branchSpecialHours.endsMinute).as("to_value"),
        day: text(branchSpecialHours.day).as("day_value"),
      })
      .from(branchSpecialHours)
      .where(
        and(
          eq(branchSpecialHours.tenantId, ctx.tenant.id),
          eq(branchSpecialHours.branchId, branchId),
          gte(branchSpecialHours.day, firstDay),
          lte(branchSpecialHours.day, lastDay),
        ),
      ),
    ctx.db
      .select({
        kind: kind("closure"),
        from: text(branchClosures.startsOn).as("from_value"),
        to: text(branchClosures.endsOn).as("to_value"),
        day: none.as("day_value"),
      })
      .from(branchClosures)
      .where(
        and(
          eq(branchClosures.tenantId, ctx.tenant.id),
          eq(branchClosures.branchId, branchId),
          gte(branchClosures.endsOn, firstDay),
          lte(branchClosures.startsOn, lastDay),
        ),
      ),
    ctx.db
      .select({
        kind: kind("holiday"),
        from: text(publicHolidays.day).as("from_value"),
        to: text(publicHolidays.day).as("to_value"),
        day: none.as("day_value"),
      })
      .from(publicHolidays)
      .innerJoin(branches, eq(branches.federalState, publicHolidays.federalState))
      .where(
        and(
          eq(branches.tenantId, ctx.tenant.id),
          eq(branches.id, branchId),
          gte(publicHolidays.day, firstDay),
          lte(publicHolidays.day, lastDay),
        ),
      ),
    ctx.db
      .select({
        kind: kind("known"),
        from: none.as("from_value"),
        to: none.as("to_value"),
        day: none.as("day_value"),
      })
      .from(customers)
      .where(and(eq(customers.tenantId, ctx.tenant.id), eq(customers.phone, callerPhone ?? ""))),
    ctx.db
      .select({
        kind: kind("assistant"),
        from: text(assistantVersions.content).as("from_value"),
        to: none.as("to_value"),
        day: none.as("day_value"),
      })
      .from(assistantVersions)
      .where(and(eq(assistantVersions.tenantId, ctx.tenant.id), gt(assistantVersions.number, 0)))
      .orderBy(desc(assistantVersions.number))
      .limit(1),
    ctx.db
      .select({
        kind: kind("branch"),
        from: text(branches.id).as("from_value"),
        to: text(branches.name).as("to_value"),
        day: none.as("day_value"),
      })
      .from(branches)
      .where(and(eq(branches.tenantId, ctx.tenant.id), eq(branches.active, true))),
  );
  const assistant = rows.find((row) => row.kind === "assistant")?.from;
  return {
    assistant: assistant === undefined ? undefined : findContent(JSON.parse(assistant)),
    branches: rows.flatMap((row) => (row.kind === "branch" ? [{ id: Number(row.from), name: row.to }] : [])),
    callerKnown: callerPhone !== null && rows.some((row) => row.kind === "known"),
    hours: {
      hours: rows
        .filter(({ kind }) => kind === "open")
        .map((row) => ({ weekday: Number(row.day), ...stretch(row) })),
      specialHours: rows
        .filter(({ kind }) => kind === "special")
        .map((row) => ({ day: row.day, ...stretch(row) })),
      closedDays: rows.flatMap(({ kind, from, to }) =>
        kind === "closure" || kind === "holiday" ? [{ kind, startsOn: from, endsOn: to, label: null }] : [],
      ),
    },
  };
}

const stretch = ({ from, to }: { from: string; to: string }) => ({
  startsMinute: Number(from),
  endsMinute: Number(to),
});
