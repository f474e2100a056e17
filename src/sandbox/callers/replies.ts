import { z } from "zod";
import type { ToolOutcome } from "../retell/live-call";

/** What the product's tools answer, as their contract has it. Unknown fields are nobody's business here. */
const offerSchema = z.looseObject({
  offer_id: z.string().nullish(),
  start: z.iso.datetime({ offset: true }),
  spoken: z.string().nullish(),
  service: z.string(),
  staff: z.string().nullish(),
  branch: z.string().nullish(),
});
export type Offer = z.infer<typeof offerSchema>;

const replySchema = z.object({
  success: z.boolean(),
  message: z.string().min(1),
  data: z.record(z.string(), z.unknown()).nullish(),
  code: z.string().nullish(),
});

const appointmentSchema = z.looseObject({
  appointment_id: z.union([z.number(), z.string()]),
  start: z.iso.datetime({ offset: true }),
  service: z.string().nullish(),
  staff: z.string().nullish(),
});
export type FoundAppointment = z.infer<typeof appointmentSchema>;

export interface Reply {
  success: boolean;
  /** What the agent says aloud. */
  message: string;
  data: Record<string, unknown>;
  code?: string;
  outcome: ToolOutcome;
}

/** What the agent says when a tool gives no usable answer: a model would say something like it. */
const BREAKDOWN = "Es tut mir leid, das klappt gerade nicht. Bitte versuchen Sie es später noch einmal.";

/** Reads a tool's answer; anything but the agreed JSON counts as a failure with a code of its own. */
export function readReply(outcome: ToolOutcome): Reply {
  const failed = (code: string): Reply => ({ success: false, message: BREAKDOWN, data: {}, code, outcome });
  if (outcome.status < 200 || outcome.status > 299) return failed(`http_${outcome.status}`);
  let json: unknown;
  try {
    json = JSON.parse(outcome.text);
  } catch {
    return failed("not_json");
  }
  const reply = replySchema.safeParse(json);
  if (!reply.success) return failed("unexpected_shape");
  const { success, message, data, code } = reply.data;
  return { success, message, data: data ?? {}, code: code ?? undefined, outcome };
}

/** The free times a reply offers, whether asked for or as alternatives to a refused wish. */
export function offersOf(reply: Reply): Offer[] {
  const list = reply.data.offers ?? reply.data.alternatives;
  const offers = z.array(offerSchema).safeParse(list);
  return offers.success ? offers.data : [];
}

export function appointmentsOf(reply: Reply): FoundAppointment[] {
  const found = z.array(appointmentSchema).safeParse(reply.data.appointments);
  return found.success ? found.data : [];
}

/** Names of the services a list_services reply names. */
export function servicesOf(reply: Reply): string[] {
  const entry = z.union([z.string(), z.looseObject({ name: z.string() })]);
  const services = z.array(entry).safeParse(reply.data.services);
  if (!services.success) return [];
  return services.data.map((service) => (typeof service === "string" ? service : service.name));
}
