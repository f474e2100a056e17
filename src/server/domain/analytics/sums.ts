import { getTableColumns, type SQL, sql } from "drizzle-orm";
import type { MySqlColumn } from "drizzle-orm/mysql-core";
import { appointmentDayRollups, callDayRollups } from "@/server/db/schema";

type DayColumn = keyof typeof callDayRollups.$inferSelect;
type WallHour = Extract<DayColumn, `hour${number}`>;
type MissedHour = Extract<DayColumn, `missedHour${number}`>;
type CallCount = Exclude<DayColumn, WallHour | MissedHour | "tenantId" | "day" | "branchId" | "agentId">;
type AppointmentCount = Exclude<
  keyof typeof appointmentDayRollups.$inferSelect,
  "tenantId" | "day" | "branchId"
>;

/** Hours on the wall, and the columns of each: all calls, and those that came to nothing. */
export const wallHours = Array.from({ length: 24 }, (_, hour) => ({
  hour,
  key: `hour${hour}` as WallHour,
  missedKey: `missedHour${hour}` as MissedHour,
}));

/** Why a call came to nothing: each such call is counted in one of these. */
export const missedCounts = [
  "missedFailed",
  "missedNoTime",
  "missedDeclined",
  "missedHungUp",
  "missedUnclear",
] as const satisfies readonly CallCount[];

const hourKeys = wallHours.flatMap(({ key, missedKey }) => [key, missedKey]);
const keys = ["tenantId", "day", "branchId", "agentId", ...hourKeys];
const countsOf = (columns: object) => Object.keys(columns).filter((key) => !keys.includes(key));

export const callCounts = countsOf(getTableColumns(callDayRollups)) as CallCount[];
export const appointmentCounts = countsOf(getTableColumns(appointmentDayRollups)) as AppointmentCount[];

/** The sum of each of these columns, as a number. */
export const sumsOf = <const K extends string>(
  table: Record<NoInfer<K>, MySqlColumn>,
  columns: readonly K[],
) =>
  Object.fromEntries(columns.map((key) => [key, sql<number>`sum(${table[key]})`.mapWith(Number)])) as Record<
    K,
    SQL<number>
  >;
