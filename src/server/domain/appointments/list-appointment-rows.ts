import { type AppointmentListRequest, appointmentListRequest } from "@/contracts/calendar";
import { dayRange } from "@/lib/day-range";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { type AppointmentView, listAppointments } from "./queries";

const pageRows = 50;

/**
 * One page of the appointment list, in either direction from a cursor, so that every depth costs the same.
 * `previous` and `next` are the cursors of the neighbouring pages, where there are such.
 * @throws DomainError `appointment.cursor_invalid`
 */
export async function listAppointmentRows(ctx: TenantContext, request: AppointmentListRequest) {
  const { sort, cursor, fromDate, toDate, status, ...filter } = appointmentListRequest.parse(request);
  const { from, before } = dayRange({ fromDate, toDate }, ctx.tenant.timeZone);
  const position = cursor === undefined ? undefined : parseCursor(cursor);
  const backwards = position?.direction === "<";
  const ascending = (sort === "startTime") !== backwards;
  const found = await listAppointments(ctx, {
    ...filter,
    from,
    to: before,
    status: status && [status],
    order: ascending ? "asc" : "desc",
    after: position,
    limit: pageRows + 1,
  });
  const more = found.length > pageRows;
  const views = found.slice(0, pageRows);
  if (backwards) views.reverse();
  const [first, last] = [views[0], views.at(-1)];
  return {
    rows: views.map((view) => toRow(view, ctx.tenant.timeZone)),
    previous: first && (backwards ? more : position !== undefined) ? cursorAt("<", first) : null,
    next: last && (backwards || more) ? cursorAt(">", last) : null,
  };
}

function toRow({ appointment, ...names }: AppointmentView, businessZone: string) {
  const { id, startTime, endTime, status, attendeeName, priceCents, source } = appointment;
  return {
    id,
    startTime,
    endTime,
    status,
    priceCents,
    source,
    name: attendeeName ?? names.customerName,
    serviceName: names.serviceName,
    staffName: names.staffName,
    branchName: names.branchName,
    timeZone: names.timeZone ?? businessZone,
  };
}

const cursorAt = (direction: "<" | ">", { appointment }: AppointmentView) =>
  `${direction}${appointment.startTime.getTime()}.${appointment.id}`;

function parseCursor(cursor: string) {
  const [, direction, time, id] = /^([<>])(\d{1,14})\.(\d{1,15})$/.exec(cursor) ?? [];
  if (!direction) throw new DomainError("appointment.cursor_invalid", "invalid", { fields: ["cursor"] });
  return { direction, startTime: new Date(Number(time)), id: Number(id) };
}
