import type { TenantContext } from "@/server/domain/_core/context";
import { type AppointmentView, listUpcomingAppointments } from "@/server/domain/appointments/queries";
import { findCustomerByPhone } from "@/server/domain/customers/find-customer-by-phone";
import type { SpokenAppointment } from "./sentences/spoken";
import type { VoiceCall } from "./tool";
import { zonedIso } from "./zoned-iso";

type Customer = Awaited<ReturnType<typeof findCustomerByPhone>>;

export interface Caller {
  customer: Customer;
  /** Still to come, next first. */
  appointments: AppointmentView[];
}

/** Who calls, as far as the calling number proves it. Undefined where the number is hidden: then nobody is known. */
export async function identifyCaller(ctx: TenantContext, call: VoiceCall): Promise<Caller | undefined> {
  const phone = call.callerPhone;
  if (!phone) return undefined;
  const customer = await findCustomerByPhone(ctx, phone);
  const appointments = customer ? await listUpcomingAppointments(ctx, customer.id, call.clock.now) : [];
  return { customer, appointments };
}

export function spokenAppointment(call: VoiceCall, view: AppointmentView): SpokenAppointment {
  const elsewhere = view.branchName !== null && view.appointment.branchId !== call.called.branchId;
  return {
    service: view.serviceName ?? call.sentences.anAppointment(),
    start: view.appointment.startTime,
    clock: { ...call.clock, timeZone: view.timeZone ?? call.clock.timeZone },
    staff: view.staffName ?? undefined,
    branch: elsewhere ? (view.branchName ?? undefined) : undefined,
    pending: view.appointment.status === "pending",
  };
}

export function appointmentData(call: VoiceCall, view: AppointmentView) {
  const spoken = spokenAppointment(call, view);
  return {
    appointment_id: view.appointment.id,
    start: zonedIso(spoken.start, spoken.clock.timeZone),
    spoken: call.sentences.moment(spoken.start, spoken.clock),
    service: view.serviceName,
    staff: view.staffName,
    branch: view.branchName,
    status: view.appointment.status,
  };
}
