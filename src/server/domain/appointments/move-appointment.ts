import { type AppointmentMove, appointmentMove } from "@/contracts/appointments";
import { minuteMs } from "@/lib/calendar-time";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { type Transaction, transact } from "../_core/transact";
import type { Calendar, Choice } from "../availability/calendar";
import { lockCalendars } from "../availability/lock-calendars";
import { refuseSlot } from "../availability/refuse-slot";
import { claimOf, releaseTime, SlotLost, takeTime } from "../availability/time-cells";
import { isCustomers } from "../booking-rules/actors";
import { requireChangeAllowed } from "../booking-rules/require-change-allowed";
import { settleWhileWaiting } from "../calcom/settle-while-waiting";
import {
  type AppointmentRow,
  awaitSync,
  mustSync,
  requireAligned,
  requireMovable,
  requireVersion,
} from "./appointment";
import { listFurtherStaff, replaceFurtherStaff } from "./further-staff";
import { judgeMove } from "./judge-move";
import { lockAppointment, readAppointment, updateAppointment } from "./queries";

/**
 * Moves an appointment to another time, keeping length, price and, unless others are named, person and branch. Its own
 * time does not stand in its way. Moving to where it already is changes nothing. A synced appointment is
 * `pending` again until the outside calendar agreed.
 * @throws DomainError `appointment.not_found`, `appointment.not_movable`, `appointment.changed_meanwhile`,
 *   `appointment.start_not_aligned`, and the refusals of `bookAppointment` and `requireChangeAllowed`
 */
export async function moveAppointment(ctx: TenantContext, input: AppointmentMove): Promise<AppointmentRow> {
  requirePermission(ctx, "appointments:write");
  const move = appointmentMove.parse(input);
  requireAligned(move.start);
  const current = await readAppointment(ctx, ctx.db, move.appointmentId);
  requireMovable(current);
  const { start, staffId = current.staffId, branchId = current.branchId } = move;
  const stays = staffId === current.staffId && branchId === current.branchId;
  if (stays && current.startTime.getTime() === start.getTime()) return current;
  requireVersion(current, move.version);

  const { wish, calendar, choice } = await judgeMove(ctx, current, move);
  const leaving = await listFurtherStaff(ctx, ctx.db, current.id);
  if (current.staffId !== null) leaving.push(current.staffId);
  try {
    const row = await transact(ctx.db, (tx) =>
      relocate(ctx, tx, { current, leaving }, move, calendar, choice),
    );
    const after = await settleWhileWaiting(ctx, row);
    // Cal.com refused and the appointment is back where it was.
    if (after.startTime.getTime() !== start.getTime()) throw new SlotLost();
    return after;
  } catch (error) {
    if (!(error instanceof SlotLost)) throw error;
    throw await refuseSlot(ctx, wish, { reason: "taken" });
  }
}

async function relocate(
  ctx: TenantContext,
  tx: Transaction,
  { current, leaving }: { current: AppointmentRow; leaving: number[] },
  { start: startTime, overrideReason }: AppointmentMove,
  calendar: Calendar,
  { team, branch, resource }: Choice,
): Promise<AppointmentRow> {
  const start = startTime.getTime();
  const staffIds = team.map(({ id }) => id);
  const [staffId, ...further] = staffIds as [number, ...number[]];
  const locked = await lockCalendars(ctx, tx, {
    staffIds: [...staffIds, ...leaving],
    resourceIds: [resource?.id ?? null, current.resourceId],
  });
  const row = await lockAppointment(ctx, tx, current.id);
  requireVersion(row, current.version);
  const sameTime = row.startTime.getTime() === start;
  const override = sameTime ? {} : await requireChangeAllowed(ctx, tx, row, "move", overrideReason);
  if (staffIds.some((id) => !locked.some((person) => person.id === id && person.active)))
    throw new SlotLost();

  await releaseTime(ctx, tx, row);
  const claim = claimOf(calendar.service, start, { staffIds, resourceId: resource?.id ?? null });
  const callId = ctx.actor.type === "voice" ? ctx.actor.callId : undefined;
  await takeTime(ctx, tx, { appointmentId: row.id }, claim, callId);
  if (further.length > 0 || leaving.length > 1) await replaceFurtherStaff(ctx, tx, row.id, further);
  const sync = mustSync(ctx, row);
  const moved = await updateAppointment(ctx, tx, row, {
    startTime,
    endTime: new Date(start + calendar.service.durationMinutes * minuteMs),
    staffId,
    branchId: branch.id,
    resourceId: resource?.id ?? null,
    moveCount: row.moveCount + (isCustomers(ctx.actor) && !sameTime ? 1 : 0),
    ...(sync ? { status: "pending" as const, ...awaitSync(row) } : {}),
  });
  await recordEvent(ctx, tx, "appointment.moved", row.id, {
    appointmentId: row.id,
    fromStart: row.startTime.toISOString(),
    toStart: startTime.toISOString(),
    fromStaffId: row.staffId,
    toStaffId: staffId,
    fromBranchId: row.branchId,
    toBranchId: branch.id,
    ...override,
  });
  if (sync) {
    await recordEvent(ctx, tx, "appointment.sync_requested", row.id, {
      appointmentId: row.id,
      action: "move",
    });
  }
  return moved;
}
