import { z } from "zod";
import { moveAppointment } from "@/server/domain/appointments/move-appointment";
import type { AppointmentView } from "@/server/domain/appointments/queries";
import { getAppointment } from "@/server/domain/appointments/queries";
import { idArgument, words } from "../arguments";
import { appointmentData, spokenAppointment } from "../caller";
import { proofArguments } from "../caller-proof";
import { readMoment } from "../moment-wish";
import { readOffer } from "../offer";
import { offerScope } from "../offers";
import { chooseOwnAppointment } from "../own-appointment";
import { refuseSlot, slotRefusal } from "../slot-refusal";
import { answer, defineTool, type Reply, refuse, type VoiceCall } from "../tool";

const args = z.object({
  appointment_id: idArgument("appointment_id from find_appointments"),
  ...proofArguments,
  offer_id: words(100, "offer_id of the new time, exactly as check_availability gave it"),
  date: words(100, "New day, where there is no offer_id"),
  time: words(100, "New time, where there is no offer_id"),
  start: words(100, "New start as ISO 8601 with offset, where there is no offer_id"),
});

interface NewTime {
  start: Date;
  staffId?: number;
}

export const rescheduleAppointmentTool = defineTool({
  name: "reschedule_appointment",
  description:
    "Moves an appointment of the calling number to a new time the caller agreed to. Only say it is moved after this tool said so.",
  kind: "write",
  args,
  deadlineMs: 9_000,
  async run(ctx, args, call) {
    const own = await chooseOwnAppointment(ctx, call, {
      appointmentId: args.appointment_id,
      action: "move",
      said: args,
      callbackReason: call.sentences.wantsToMove(),
    });
    if ("reply" in own) return own.reply;
    const { chosen } = own;
    const read = readNewTime(call, chosen, args);
    if ("reply" in read) return read.reply;

    const appointmentId = chosen.appointment.id;
    try {
      await moveAppointment(ctx, { appointmentId, ...read.to });
    } catch (error) {
      return refused(call, chosen, read.to, error);
    }
    const moved = await getAppointment(ctx, appointmentId);
    const spoken = spokenAppointment(call, moved);
    const data = appointmentData(call, moved);
    return moved.appointment.status === "pending"
      ? answer(call.sentences.moveRequested(spoken), data)
      : answer(call.sentences.moved(spoken), data);
  },
});

function readNewTime(
  call: VoiceCall,
  chosen: AppointmentView,
  { offer_id, date, time, start }: z.infer<typeof args>,
): { to: NewTime } | { reply: Reply } {
  const { sentences } = call;
  const offer = offer_id ? readOffer(offerScope(call), offer_id) : undefined;
  if (offer) return { to: { start: offer.start, staffId: offer.staffId } };
  if (offer_id && !start && !date) return { reply: refuse("offer.not_found", sentences.offerUnknown()) };

  const spoken = spokenAppointment(call, chosen);
  const moment = readMoment(call, { text: start, date, time }, { ...call.clock, ...spoken.clock });
  if ("reply" in moment) return moment;
  const { wish } = moment;
  if (wish.kind === "instant") return { to: { start: wish.start } };
  if (wish.kind === "day")
    return { reply: refuse("time.missing", sentences.askTime(wish.date, spoken.clock)) };
  if (wish.kind === "time") return { reply: refuse("time.day_missing", sentences.askDay(wish.time)) };
  return { reply: refuse("time.missing", sentences.askNewMoment(spoken)) };
}

function refused(call: VoiceCall, chosen: AppointmentView, to: NewTime, error: unknown): Reply {
  const details = slotRefusal(error);
  if (!details) throw error;
  const { clock, service, branch } = spokenAppointment(call, chosen);
  return refuseSlot(
    call,
    { start: to.start, clock, service, staff: chosen.staffName ?? undefined, ...details },
    details.alternatives,
    { staff: true, branch: branch !== undefined },
  );
}
