import { type AppointmentListRequest, appointmentListRequest } from "@/contracts/calendar";
import { dayRange } from "@/lib/day-range";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { readInOrder } from "./read-in-order";

const pageRows = 50;

/**
 * One page of the appointment list, in either direction from a cursor, so that every depth costs the same.
 * `previous` and `next` are the cursors of the neighbouring pages, where there are such.
 * @throws DomainError `appointment.cursor_invalid`
 */
export async function listAppointmentRows(ctx: TenantContext, request: AppointmentListRequest) {
  requirePermission(ctx, "appointments:read");
  const { sort, cursor, fromDate, toDate, ...filter } = appointmentListRequest.parse(request);
  const { from, before } = dayRange({ fromDate, toDate }, ctx.tenant.timeZone);
  const position = cursor === undefined ? undefined : parseCursor(cursor);
  const backwards = position?.direction === "<";
  const ascending = (sort === "startTime") !== backwards;
  const found = await readInOrder(ctx, {
    ...filter,
    from,
    before,
    order: ascending ? "asc" : "desc",
    after: position,
    limit: pageRows + 1,
  });
  const more = found.length > pageRows;
  const page = found.slice(0, pageRows);
  if (backwards) page.reverse();
  const [first, last] = [page[0], page.at(-1)];
  return {
    rows: page.map(({ attendeeName, customerName, ...row }) => ({
      ...row,
      name: attendeeName ?? customerName,
    })),
    previous: first && (backwards ? more : position !== undefined) ? cursorAt("<", first) : null,
    next: last && (backwards || more) ? cursorAt(">", last) : null,
  };
}

const cursorAt = (direction: "<" | ">", row: { startTime: Date; id: number }) =>
  `${direction}${row.startTime.getTime()}.${row.id}`;

function parseCursor(cursor: string) {
  const [, direction, time, id] = /^([<>])(\d{1,14})\.(\d{1,15})$/.exec(cursor) ?? [];
  if (!direction) throw new DomainError("appointment.cursor_invalid", "invalid", { fields: ["cursor"] });
  return { direction, startTime: new Date(Number(time)), id: Number(id) };
}
