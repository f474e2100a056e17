import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { type AppointmentView, listAppointments } from "../appointments/queries";
import { listCallbacks } from "../callbacks/queries";
import { listCallRows } from "../calls/list-call-rows";
import { readCustomer } from "./customer";
import { findRecordingConsent } from "./find-recording-consent";
import { listMerges } from "./list-merges";

const mostAhead = 100;
const mostAppointments = 300;

/**
 * A customer, what lies ahead (a hundred appointments at most), what is to be done and what has been, newest first: of the
 * latest three hundred appointments, and a page of calls. `olderAppointments` and `olderCalls` say whether there are more.
 * @throws not_found
 */
export async function getCustomerHistory(ctx: TenantContext, customerId: number, now = new Date()) {
  requirePermission(ctx, "customers:read");
  const customer = await readCustomer(ctx, ctx.db, customerId);
  const [upcoming, all, calls, callbacks, merges, consent] = await Promise.all([
    listAppointments(ctx, { customerId, from: now, status: ["pending", "scheduled"], limit: mostAhead }),
    listAppointments(ctx, { customerId, order: "desc", limit: mostAppointments + 1 }),
    listCallRows(ctx, { customerId }),
    listCallbacks(ctx, { customerId }),
    listMerges(ctx, customerId, now),
    findRecordingConsent(ctx, customerId),
  ]);
  const ahead = new Set(upcoming.map(({ appointment }) => appointment.id));
  const slip = (view: AppointmentView) => toSlip(view, ctx.tenant.timeZone);
  return {
    customer,
    upcoming: upcoming.map(slip),
    earlier: all
      .slice(0, mostAppointments)
      .filter(({ appointment }) => !ahead.has(appointment.id))
      .map(slip),
    olderAppointments: all.length > mostAppointments,
    calls: calls.rows,
    callbacks,
    merges,
    consent: consent ?? null,
    olderCalls: calls.next !== null,
  };
}

function toSlip({ appointment, ...names }: AppointmentView, businessZone: string) {
  const { id, startTime, endTime, status, attendeeName } = appointment;
  const { serviceName, staffName, branchName } = names;
  return {
    id,
    startTime,
    endTime,
    status,
    /** Whom it is for, where that is somebody else. */
    attendeeName,
    serviceName,
    staffName,
    branchName,
    timeZone: names.timeZone ?? businessZone,
  };
}
