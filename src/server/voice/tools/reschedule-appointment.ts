import { z } from "zod";
import type { TenantContext } from "@/server/domain/_core/context";
import { moveAppointment } from "@/server/domain/appointments/move-appointment";
import type { AppointmentView } from "@/server/domain/appointments/queries";
import { getAppointment } from "@/server/domain/appointments/queries";
import { idArgument, words } from "../arguments";
import { askForYes } from "../ask-for-yes";
import { appointmentData, spokenAppointment } from "../caller";
import { proofArguments } from "../caller-proof";
import { type Catalog, loadCatalog } from "../catalog-wish";
import { findNewTime, type NewTime } from "../new-time";
import { keepOffer, offerData } from "../offers";
import { chooseOwnAppointment } from "../own-appointment";
import type { SpokenAppointment } from "../sentences/spoken";
import { refuseSlot, slotRefusal } from "../slot-refusal";
import { answer, defineTool, type Reply, type VoiceCall } from "../tool";

export const rescheduleAppointmentTool = defineTool({
  name: "reschedule_appointment",
  description:
    "Moves an appointment of the calling number to a new time. First read back weekday, date and time of the new appointment and the service, and wait for the caller's yes; without it nothing moves and the answer is the sentence to read back. Only say it is moved after this tool said so.",
  kind: "write",
  args: z.object({
    appointment_id: idArgument("appointment_id from find_appointments"),
    ...proofArguments,
    offer_id: words(100, "offer_id of the new time, exactly as check_availability gave it"),
    date: words(100, "New day, where there is no offer_id"),
    time: words(100, "New time, where there is no offer_id"),
    start: words(100, "New start as ISO 8601 with offset, where there is no offer_id"),
  }),
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
    const catalog = await loadCatalog(ctx);
    const found = await findNewTime(ctx, call, catalog, chosen, args);
    if ("reply" in found) return found.reply;
    const { to } = found;
    try {
      const unanswered = await readBack(ctx, call, catalog, chosen, to);
      if (unanswered) return unanswered;
      const { id: appointmentId } = chosen.appointment;
      await moveAppointment(ctx, { appointmentId, start: to.start, ...placeOf(to) });
    } catch (error) {
      return refused(ctx, call, spokenAt(call, chosen, to), error);
    }
    return confirm(call, await getAppointment(ctx, chosen.appointment.id));
  },
});

const placeOf = ({ named }: NewTime) =>
  named ? { staffId: named.offer.staffId, branchId: named.offer.branchId } : {};

/** The appointment as it will be; its branch is said where it is another one, or not the one that was called. */
function spokenAt(call: VoiceCall, chosen: AppointmentView, { start, named }: NewTime): SpokenAppointment {
  const spoken = { ...spokenAppointment(call, chosen), start };
  if (!named) return spoken;
  const { branchId } = named.offer;
  const isHere = branchId === call.called.branchId && branchId === chosen.appointment.branchId;
  return {
    ...spoken,
    clock: { ...spoken.clock, timeZone: named.timeZone },
    staff: named.staff,
    branch: isHere ? undefined : named.branch,
  };
}

/** The question for the caller's yes; undefined once it was given, or where nothing moves. */
async function readBack(
  ctx: TenantContext,
  call: VoiceCall,
  catalog: Catalog,
  chosen: AppointmentView,
  to: NewTime,
): Promise<Reply | undefined> {
  const { appointment } = chosen;
  const { named, isNew } = to;
  const { staffId = appointment.staffId, branchId = appointment.branchId } = placeOf(to);
  const staysThere = staffId === appointment.staffId && branchId === appointment.branchId;
  if (staysThere && appointment.startTime.getTime() === to.start.getTime()) return undefined;
  const unanswered = await askForYes(ctx, call, {
    action: "move",
    spoken: spokenAt(call, chosen, to),
    from: appointment.startTime,
    catalog,
    offerId: named?.offer.id,
    appointmentId: appointment.id,
    isNew,
    data: {
      moved: false,
      appointment_id: appointment.id,
      ...(named ? { offers: [offerData(call, named)] } : {}),
    },
  });
  if (unanswered && named) await keepOffer(ctx, call, named.offer, appointment.id);
  return unanswered;
}

function confirm(call: VoiceCall, moved: AppointmentView): Reply {
  const { moved: done, moveRequested } = call.sentences;
  const say = moved.appointment.status === "pending" ? moveRequested : done;
  return answer(say(spokenAppointment(call, moved)), appointmentData(call, moved));
}

async function refused(
  ctx: TenantContext,
  call: VoiceCall,
  wished: SpokenAppointment,
  error: unknown,
): Promise<Reply> {
  const details = slotRefusal(error);
  if (!details) throw error;
  const { start, clock, service, staff, branch } = wished;
  const say = { staff: true, branch: branch !== undefined };
  return refuseSlot(ctx, call, { start, clock, service, staff, ...details }, details.alternatives, say);
}
