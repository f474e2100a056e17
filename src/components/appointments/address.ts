import { appointmentSorts, appointmentStatuses } from "@/contracts/appointment-states";
import type { AppointmentListRequest, CalendarRequest } from "@/contracts/calendar";
import {
  type AddressOf,
  addressLoader,
  addressWriter,
  anyText,
  day,
  flag,
  oneOf,
  parameter,
  textLike,
  usually,
} from "@/lib/address";
import { mondayOf } from "@/lib/plain-date";
import { readId } from "../read-id";

export const views = ["week", "day", "month", "list"] as const;
export type View = (typeof views)[number];

/** What a column of the desk's calendar stands for; a day alone has no columns by days. */
export const columnKinds = ["days", "staff", "branch"] as const;
export type ColumnKind = (typeof columnKinds)[number];

const id = parameter((text) => readId(text) ?? null);

const clock = textLike(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Everything one sees on the page stands in its address. Without a date it is today. */
export const addressParameters = {
  view: usually("week", oneOf(views)),
  /** Without it, as this browser saw it last. */
  columns: oneOf(columnKinds),
  date: day,
  staff: id,
  branch: id,
  status: oneOf(appointmentStatuses),
  from: day,
  to: day,
  sort: usually("startTime", oneOf(appointmentSorts)),
  cursor: anyText,
  /** The appointment whose sheet is open. */
  appointment: id,
  new: flag,
  /** What a new appointment begins with: the service, with whom, in which branch, and the time on the wall of `date`. */
  service: id,
  with: id,
  where: id,
  at: clock,
  /** For which customer, or what was typed of their name. */
  for: id,
  name: anyText,
};
/** Closes the sheet of a new appointment. */
export const noNewAppointment = {
  new: null,
  service: null,
  with: null,
  where: null,
  at: null,
  for: null,
  name: null,
} as const;

export const loadAddress = addressLoader(addressParameters);
export const serializeAddress = addressWriter(addressParameters);
export type Address = AddressOf<typeof addressParameters>;

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
