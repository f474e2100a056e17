import { type AppointmentAction, changeRefusalCodes } from "@/contracts/change-refusals";
import type { TenantContext } from "@/server/domain/_core/context";
import { DomainError } from "@/server/domain/_core/errors";
import { type AppointmentView, getAppointment } from "@/server/domain/appointments/queries";
import { judgeAppointmentChange } from "@/server/domain/booking-rules/judge-appointment-change";
import { requestCallback } from "@/server/domain/callbacks/request-callback";
import { appointmentData, identifyCaller, spokenAppointment } from "./caller";
import { type ProofArguments, type ProvenCaller, proveCaller } from "./caller-proof";
import { ruleSentences } from "./sentences/rules";
import { type Reply, refuse, type VoiceCall } from "./tool";

interface OwnAppointmentWish {
  appointmentId: number | undefined;
  callbackReason: string;
  action: AppointmentAction;
  /** What the caller said to prove who they are. */
  said: ProofArguments;
}

/**
 * The caller's own appointment that may be changed, or what to say instead: the rules are asked before anybody is asked
 * for a yes. The calling number decides whose it is, with the name or birthdate where the business wants one; a hidden
 * number gets a callback noted and hears nothing about any appointment.
 */
export async function chooseOwnAppointment(
  ctx: TenantContext,
  call: VoiceCall,
  wish: OwnAppointmentWish,
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
  const proven = await proveCaller(ctx, call, caller, wish.said, wish.action);
  if ("reply" in proven) return proven;
  const found = await choose(ctx, call, proven, wish.appointmentId);
  if ("reply" in found) return found;
  const refusal = await refuseByRule(ctx, call, found.chosen, wish.action);
  return refusal ? { reply: refusal } : found;
}

async function choose(
  ctx: TenantContext,
  call: VoiceCall,
  caller: ProvenCaller,
  appointmentId: number | undefined,
): Promise<{ chosen: AppointmentView } | { reply: Reply }> {
  const { sentences } = call;
  const { appointments } = caller;
  if (appointmentId !== undefined) {
    const chosen =
      appointments.find(({ appointment }) => appointment.id === appointmentId) ??
      (await formerAppointment(ctx, appointmentId, caller));
    if (chosen) return { chosen };
    const unknown = refuse("appointment.not_found", sentences.refusal("appointment.not_found"));
    return { reply: (await caller.notFound?.()) ?? unknown };
  }
  const [only, ...others] = appointments;
  if (!only) {
    const none = refuse("appointment.not_found", sentences.noAppointments());
    return { reply: (await caller.notFound?.()) ?? none };
  }
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
  { owns }: ProvenCaller,
): Promise<AppointmentView | undefined> {
  try {
    const view = await getAppointment(ctx, appointmentId);
    return owns(view) ? view : undefined;
  } catch (error) {
    if (error instanceof DomainError && error.kind === "not_found") return undefined;
    throw error;
  }
}

async function refuseByRule(
  ctx: TenantContext,
  call: VoiceCall,
  { appointment }: AppointmentView,
  action: AppointmentAction,
): Promise<Reply | undefined> {
  // What is over or cancelled already, the verb answers truthfully.
  if (appointment.status !== "pending" && appointment.status !== "scheduled") return undefined;
  const verdict = await judgeAppointmentChange(ctx, appointment, action);
  if (verdict.allowed) return undefined;
  const message = ruleSentences[call.sentences.language].refused(action, verdict);
  return refuse(changeRefusalCodes[verdict.reason], message);
}
