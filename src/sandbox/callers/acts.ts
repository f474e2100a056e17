import { type Day, localTime, sameInstant, speakDay, speakInstant, workingDays } from "./calendar";
import type { Conversation } from "./conversation";
import type { Person } from "./people";
import type { CallRow, ProductApi } from "./product-api";
import { type Offer, offersOf, type Reply, servicesOf } from "./replies";
import { StoryBroken } from "./scenario";
import type { Finding, Stage } from "./stage";

/** How many days a caller asks about before giving up. */
const DAYS_TRIED = 6;

/** The caller asks what there is and picks something. */
export async function chooseService(talk: Conversation, stage: Stage): Promise<string> {
  const services = servicesOf(await talk.tool("list_services"));
  if (services.length === 0) throw new StoryBroken("list_services nannte keine einzige Leistung.");
  const service = stage.random.pick(services);
  await talk.caller(`Dann bitte: ${service}.`);
  return service;
}

/** The caller asks about one day after the other until something is free. */
export async function findOffers(
  talk: Conversation,
  stage: Stage,
  wish: { service: string; staff?: string | null | undefined },
  { atLeast = 1, daysAhead = 2 } = {},
): Promise<Offer[]> {
  for (const day of workingDays(stage.random.integer(daysAhead, daysAhead + 10), DAYS_TRIED)) {
    await talk.caller(`Haben Sie am ${speakDay(day)} etwas frei?`);
    await talk.agent("Einen Moment, ich schaue nach.");
    const offers = offersOf(await talk.tool("check_availability", { ...wish, date: day.toString() }));
    if (offers.length >= atLeast) return offers;
  }
  throw new StoryBroken(`Für „${wish.service}“ war an ${DAYS_TRIED} Werktagen nichts frei.`);
}

export async function findOffer(talk: Conversation, stage: Stage, service: string): Promise<Offer> {
  const [offer] = (await findOffers(talk, stage, { service })) as [Offer];
  return offer;
}

/** The caller asks for exactly this time, with this person. */
export function askFor(talk: Conversation, wish: Offer): Promise<Reply> {
  const { day, time } = localTime(wish.start);
  const { service, staff, branch } = wish;
  return talk.tool("check_availability", { service, date: day.toString(), time, staff, branch });
}

type Slot = Pick<Offer, "start" | "staff"> & { service?: string | null | undefined };

export const questions = {
  book: "Soll ich das so eintragen?",
  move: "Soll ich Ihren Termin dorthin verschieben?",
  cancel: "Soll ich diesen Termin absagen?",
} as const;

/** The agent reads back weekday, date, time and service of what it is about to do. */
export async function readBack(talk: Conversation, slot: Slot, action: keyof typeof questions = "book") {
  const who = slot.staff ? ` bei ${slot.staff}` : "";
  await talk.agent(`${speakInstant(slot.start)}, ${slot.service ?? "Termin"}${who}. ${questions[action]}`);
}

/** Read back and agreed to. */
export async function agree(talk: Conversation, slot: Slot, action: keyof typeof questions = "book") {
  await readBack(talk, slot, action);
  await talk.caller(action === "cancel" ? "Ja, bitte." : "Ja, das passt.");
}

/** The caller chooses an offer, gives a name and agrees to what is read back; the agent books exactly this. */
export async function book(talk: Conversation, offer: Offer, person: Person = talk.person): Promise<Reply> {
  await talk.caller(`${speakInstant(offer.start)}, bitte. Mein Name ist ${person.name}.`);
  await agree(talk, offer);
  return talk.tool("book_appointment", bookingArgs(offer, person));
}

/** Nothing was done: the product wants a yes first, or heard another wish. */
export const refusedForLackOfYes = (reply: Reply): Finding =>
  !reply.success && reply.code?.startsWith("confirmation.") === true
    ? true
    : `${reply.success ? "gelang" : reply.code}: ${reply.message}`;

export const bookingArgs = (offer: Offer, person: Person) => ({
  offer_id: offer.offer_id,
  start: offer.start,
  service: offer.service,
  staff: offer.staff,
  branch: offer.branch,
  customer_name: person.name,
});

/** A call of long ago, told in a second: this person has one appointment and is known to the business. */
export async function becomeRegular(stage: Stage, person: Person): Promise<Offer> {
  const talk = await stage.connect({ person, label: "Vorgeschichte", pace: "instant" });
  await talk.greet();
  await talk.caller("Guten Tag, ich möchte einen Termin vereinbaren. Was bieten Sie an?");
  const service = await chooseService(talk, stage);
  const offer = await findOffer(talk, stage, service);
  const booked = await book(talk, offer);
  await talk.hangUp({ summary: "Hat einen Termin gebucht.", successful: booked.success });
  if (!booked.success) throw new StoryBroken(`Die Vorgeschichte misslang: ${booked.message}`);
  return offer;
}

/** Whether a reply succeeded, or what it said instead. */
export const succeeded = (reply: Reply): Finding =>
  reply.success ? true : `${reply.code ?? "abgelehnt"}: ${reply.message}`;

/** Appointments of this person that are still to come, by start. */
export async function liveAppointments(product: ProductApi, phone: string) {
  const customer = await product.customer(phone);
  return (customer?.appointments ?? []).filter(
    ({ status }) => status === "scheduled" || status === "pending",
  );
}

/** The person has exactly one appointment, at this moment, confirmed. */
export async function hasOneAppointment(product: ProductApi, phone: string, start: string): Promise<Finding> {
  const found = await liveAppointments(product, phone);
  const [only] = found;
  if (found.length === 1 && only?.status === "scheduled" && sameInstant(only.start_time, start)) return true;
  if (found.length === 0) return "kein Termin gefunden";
  return `gefunden: ${found.map(({ status, start_time }) => `${status} ${start_time}`).join(", ")}`;
}

/** The call is over, with its transcript, and the product drew the right conclusion from its own rows. */
export async function isComplete(
  product: ProductApi,
  callId: string,
  ...outcomes: [string, ...string[]]
): Promise<Finding> {
  const call = await product.call(callId);
  if (!call) return "der Anruf fehlt in der Liste";
  const missing = whatIsMissing(call);
  if (missing) return missing;
  if (call.outcome == null) return "das Ergebnis fehlt";
  return outcomes.includes(call.outcome) ? true : `das Ergebnis ist „${call.outcome}“`;
}

function whatIsMissing(call: CallRow): string | undefined {
  if (call.end_timestamp == null || call.duration_sec == null) return "der Anruf gilt noch als laufend";
  if (!call.transcript?.trim()) return "das Gespräch fehlt";
  if (call.analysis == null) return "die Auswertung fehlt";
  return undefined;
}

/** Days on which somebody could come again, other than this one. */
export function otherDays(stage: Stage, than: Day): Day[] {
  return workingDays(stage.random.integer(3, 10), DAYS_TRIED + 1).filter((day) => !day.equals(than));
}

/** Moves to what was offered; without a token, to its day and time. */
export function moveArgs(appointmentId: string | number, offer: Offer) {
  const { day, time } = localTime(offer.start);
  const target = offer.offer_id ? { offer_id: offer.offer_id } : { date: day.toString(), time };
  return { appointment_id: appointmentId, ...target };
}

/** Where the outside calendar did not answer in time, a background job settles the booking. */
const SETTLING_SECONDS = 180;

/** The booking was confirmed aloud, and it is there. */
export async function expectBooked(stage: Stage, person: Person, offer: Offer, booked: Reply) {
  stage.expectHeard("Die Buchung wird am Telefon bestätigt", succeeded(booked));
  await stage.expectStored(
    `Genau ein Termin: ${speakInstant(offer.start)}`,
    (product) => hasOneAppointment(product, person.phone, offer.start),
    booked.data.status === "pending" ? SETTLING_SECONDS : undefined,
  );
}
