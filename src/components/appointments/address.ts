import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsBoolean,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { appointmentSorts, appointmentStatuses } from "@/contracts/appointment-states";
import type { AppointmentListRequest, CalendarRequest } from "@/contracts/calendar";
import { isPlainDate, mondayOf } from "@/lib/plain-date";

export const views = ["week", "day", "month", "list"] as const;
export type View = (typeof views)[number];

/** What a column of the desk's calendar stands for; a day alone has no columns by days. */
export const columnKinds = ["days", "staff", "branch"] as const;
export type ColumnKind = (typeof columnKinds)[number];

const parseAsDay = createParser({
  parse: (text) => (isPlainDate(text) ? text : null),
  serialize: (date: string) => date,
});
const parseAsId = createParser({
  parse: (text) => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : null),
  serialize: String,
});

const parseAsClock = createParser({
  parse: (text) => (/^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? text : null),
  serialize: (time: string) => time,
});

/** Everything one sees on the page stands in its address. Without a date it is today. */
export const addressParsers = {
  view: parseAsStringLiteral(views).withDefault("week"),
  /** Without it, as this browser saw it last. */
  columns: parseAsStringLiteral(columnKinds),
  date: parseAsDay,
  staff: parseAsId,
  branch: parseAsId,
  status: parseAsStringLiteral(appointmentStatuses),
  from: parseAsDay,
  to: parseAsDay,
  sort: parseAsStringLiteral(appointmentSorts).withDefault("startTime"),
  cursor: parseAsString,
  /** The appointment whose sheet is open. */
  appointment: parseAsId,
  new: parseAsBoolean.withDefault(false),
  /** What a new appointment begins with: the service, with whom, in which branch, and the time on the wall of `date`. */
  service: parseAsId,
  with: parseAsId,
  where: parseAsId,
  at: parseAsClock,
};
/** Closes the sheet of a new appointment. */
export const noNewAppointment = { new: null, service: null, with: null, where: null, at: null } as const;

export const loadAddress = createLoader(addressParsers);
export const serializeAddress = createSerializer(addressParsers);
export type Address = inferParserType<typeof addressParsers>;

/** The week around the shown day; the same question from the server that prefetches and the browser that shows. */
export const calendarRequestFor = (address: Address, today: string): CalendarRequest => ({
  fromDate: mondayOf(address.date ?? today),
  days: 7,
  staffId: address.staff ?? undefined,
  branchId: address.branch ?? undefined,
});

/** Without a first day, from today on. */
export const listRequestFor = (address: Address, today: string): AppointmentListRequest => ({
  status: address.status ?? undefined,
  staffId: address.staff ?? undefined,
  branchId: address.branch ?? undefined,
  fromDate: address.from ?? today,
  toDate: address.to ?? undefined,
  sort: address.sort,
  cursor: address.cursor ?? undefined,
});
