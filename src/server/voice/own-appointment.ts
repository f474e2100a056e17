import type { TenantContext } from "@/server/domain/_core/context";
import { type AppointmentView, getAppointment } from "@/server/domain/appointments/queries";
import { requestCallback } from "@/server/domain/callbacks/request-callback";
import { appointmentData, identifyCaller, spokenAppointment } from "./caller";
import { type Reply, refuse, type VoiceCall } from "./tool";

/**
 * The caller's own appointment that is to be changed, or what to say instead. Only the calling number decides whose
 * it is; a hidden number gets a callback noted and hears nothing about any appointment.
 */
export async function chooseOwnAppointment(
  ctx: TenantContext,
  call: VoiceCall,
  wish: { appointmentId: number | undefined; callbackReason: string },
): Promise<{ chosen: AppointmentView } | { reply: Reply }> {
  const { sentences } = call;
  const caller = await identifyCaller(ctx, call);
  if (!caller) {
    const callback = await requestCallback(ctx, {
      callId: call.row.id,
      branchId: call.called.branchId,
      reason: wish.callbackReason,
    });
    const data = { callback_id: callback.id };
    return { reply: refuse("caller.hidden", sentences.hiddenCallerNoted(), data) };
  }
  const { appointments, customerId } = caller;
  if (wish.appointmentId !== undefined) {
    const chosen =
      appointments.find(({ appointment }) => appointment.id === wish.appointmentId) ??
      (await formerAppointment(ctx, wish.appointmentId, customerId));
    if (chosen) return { chosen };
    return { reply: refuse("appointment.not_found", sentences.refusal("appointment.not_found")) };
  }
  const [only, ...others] = appointments;
  if (!only) return { reply: refuse("appointment.not_found", sentences.noAppointments()) };
  if (others.length === 0) return { chosen: only };
  const spoken = appointments.map((view) => spokenAppointment(call, view));
  return {
    reply: refuse("appointment.several", sentences.whichAppointment(spoken), {
      appointments: appointments.map((view) => appointmentData(call, view)),
    }),
  };
}

/** The caller's own appointment that is no longer ahead, so that saying "cancel" twice is answered truthfully. */
async function formerAppointment(
  ctx: TenantContext,
  appointmentId: number,
  customerId: number | undefined,
): Promise<AppointmentView | undefined> {
  const view = await getAppointment(ctx, appointmentId);
  return customerId !== undefined && view.appointment.customerId === customerId ? view : undefined;
}
