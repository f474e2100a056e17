import { type SQL, sql } from "drizzle-orm";
import type { MySqlColumn } from "drizzle-orm/mysql-core";
import type { Trouble } from "./rank-troubles";

type Kind = Trouble["kind"];
type Appointment = [id: number, start: string, timeZone: string | null, name: string | null];

/** What each kind tells. */
interface Told {
  calendar_broken: [];
  unattended: [staffId: number, staffName: string, start: string, timeZone: string | null];
  number_without_agent: [phoneNumber: string];
  low_balance: [balanceCents: number];
  unassigned_calls: [count: number];
  job_failed: [functionId: string, count: number];
  not_in_calendar: Appointment;
  unconfirmed: Appointment;
}

export interface TroubleRow {
  kind: Kind;
  /** A JSON array; null where nothing was found. */
  told: string | null;
}

type Columns<T extends readonly unknown[]> = { [I in keyof T]: SQL | MySqlColumn };

/** What a part of the one statement selects. */
export const tells = <K extends Kind>(kind: K, ...told: Columns<Told[K]>) => ({
  kind: sql<Kind>`${sql.raw(`'${kind}'`)}`.as("kind"),
  told: sql<string>`cast(json_array(${sql.join([...told], sql`, `)}) as char)`.as("told"),
});

export const toldBy = <K extends Kind>(_kind: K, told: string) => JSON.parse(told) as Told[K];

/** Instants inside of JSON, for `instantOfRow`. */
export const instantText = (column: MySqlColumn) => sql`cast(${column} as char)`;
