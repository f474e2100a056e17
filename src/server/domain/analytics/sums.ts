import { getTableColumns, type SQL, sql } from "drizzle-orm";
import type { MySqlColumn } from "drizzle-orm/mysql-core";
import { appointmentDayRollups, callDayRollups } from "@/server/db/schema";

type DayColumn = keyof typeof callDayRollups.$inferSelect;
type WallHour = Extract<DayColumn, `hour${number}`>;
type CallCount = Exclude<DayColumn, WallHour | "tenantId" | "day" | "branchId" | "agentId">;
type AppointmentCount = Exclude<
  keyof typeof appointmentDayRollups.$inferSelect,
  "tenantId" | "day" | "branchId"
>;

/** Hours on the wall, and the column of each. */
export const wallHours = Array.from({ length: 24 }, (_, hour) => ({ hour, key: `hour${hour}` as WallHour }));

const keys = ["tenantId", "day", "branchId", "agentId", ...wallHours.map(({ key }) => key)];
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
