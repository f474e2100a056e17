import { type AppointmentResize, appointmentResize } from "@/contracts/appointment-resize";
import { minuteMs } from "@/lib/calendar-time";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { type Transaction, transact } from "../_core/transact";
import { cellMinutes } from "../availability/calendar";
import { judgeStart } from "../availability/judge-start";
import { loadCalendar } from "../availability/load-calendar";
import { lockCalendars } from "../availability/lock-calendars";
import { refuseSlot } from "../availability/refuse-slot";
import { type Claim, claimOf, releaseTime, SlotLost, takeTime } from "../availability/time-cells";
import { type AppointmentRow, requireVersion } from "./appointment";
import { listFurtherStaff } from "./further-staff";
import { lockAppointment, readAppointment, updateAppointment } from "./queries";

const longestMinutes = 720;

/**
 * Lets an appointment end earlier or later; start, people and room stay. Also while it runs: only the end has to be
 * ahead. One that stands in an outside calendar keeps the length it has there.
 * @throws DomainError `appointment.not_found`, `appointment.changed_meanwhile`, `appointment.not_resizable`,
 *   `appointment.end_not_possible`, and the refusals of `bookAppointment`
 */
export async function resizeAppointment(
  ctx: TenantContext,
  input: AppointmentResize,
): Promise<AppointmentRow> {
  requirePermission(ctx, "appointments:write");
  const { appointmentId, end, version } = appointmentResize.parse(input);
  const current = await readAppointment(ctx, ctx.db, appointmentId);
  const stands = ["pending", "scheduled"].includes(current.status);
  if (stands && current.endTime.getTime() === end.getTime()) return current;
  requireVersion(current, version);
  const { serviceId, staffId, startTime } = current;
  if (serviceId === null || staffId === null || !isResizable(current)) {
    throw new DomainError("appointment.not_resizable", "conflict", { status: current.status });
  }
  requirePossibleEnd(startTime, end);

  const start = startTime.getTime();
  const durationMinutes = (end.getTime() - start) / minuteMs;
  const wish = {
    serviceId,
    branchId: current.branchId ?? undefined,
    staffId,
    start: startTime,
    moving: { appointmentId, durationMinutes },
  };
  const calendar = await loadCalendar(ctx, {
    ...wish,
    range: { start, end: start + 1 },
    // What has begun is not over: its start is no reason against it.
    now: Math.min(Date.now(), start),
    alone: true,
  });
  const verdict = judgeStart(calendar, start, staffId);
  if (!verdict.free) throw await refuseSlot(ctx, wish, verdict);
  const staffIds = [staffId, ...(await listFurtherStaff(ctx, ctx.db, appointmentId))];
  const claim = claimOf(calendar.service, start, { staffIds, resourceId: current.resourceId });
  try {
    return await transact(ctx.db, (tx) => reclaim(ctx, tx, current, end, claim));
  } catch (error) {
    if (!(error instanceof SlotLost)) throw error;
    throw await refuseSlot(ctx, wish, { reason: "taken" });
  }
}

async function reclaim(
  ctx: TenantContext,
  tx: Transaction,
  current: AppointmentRow,
  endTime: Date,
  claim: Claim,
): Promise<AppointmentRow> {
  await lockCalendars(ctx, tx, { staffIds: claim.staffIds, resourceIds: [claim.resourceId] });
  const row = await lockAppointment(ctx, tx, current.id);
  requireVersion(row, current.version);
  await releaseTime(ctx, tx, row);
  await takeTime(ctx, tx, { appointmentId: row.id }, claim);
  const resized = await updateAppointment(ctx, tx, row, { endTime });
  await recordEvent(ctx, tx, "appointment.resized", row.id, {
    appointmentId: row.id,
    fromEnd: row.endTime.toISOString(),
    toEnd: endTime.toISOString(),
  });
  return resized;
}

const isResizable = ({ status, syncState }: AppointmentRow) => status === "scheduled" && syncState === "none";

function requirePossibleEnd(start: Date, end: Date): void {
  const minutes = (end.getTime() - start.getTime()) / minuteMs;
  const fits = minutes >= cellMinutes && minutes <= longestMinutes && minutes % cellMinutes === 0;
  if (fits && end.getTime() > Date.now()) return;
  throw new DomainError("appointment.end_not_possible", "invalid", { fields: ["end"] });
}
