import { freeSlots } from "../calcom/calendar";
import { liveAppointments } from "./acts";
import { sameInstant, speakInstant } from "./calendar";
import type { ProductApi } from "./product-api";
import { type Scenario, StoryBroken } from "./scenario";
import type { Finding } from "./stage";

/** Bookings made at Cal.com have to appear within seconds; a webhook brings them. */
const PATIENCE_SECONDS = 15;
const DAY_MS = 24 * 60 * 60_000;

async function hasAppointment(product: ProductApi, phone: string, start: string): Promise<Finding> {
  const [only, ...more] = await liveAppointments(product, phone);
  if (more.length > 0) return `${more.length + 1} Termine`;
  return only && sameInstant(only.start_time, start) ? true : "kein Termin gefunden";
}

export const kalender: Scenario = {
  key: "kalender",
  title: "Gebucht bei Cal.com",
  story: "Jemand bucht ohne Anruf auf der Seite von Cal.com und sagt dort wieder ab; beides erscheint hier.",
  tenantSlug: "beratung-hansen",
  async run(stage) {
    const { account, bookings } = stage.calendar;
    const person = stage.person();
    const eventType = stage.random.pick(account.fixtures.eventTypes);
    const from = Date.now() + stage.random.integer(2, 10) * DAY_MS;
    const slots = freeSlots(account, { eventType, fromMs: from, toMs: from + 4 * DAY_MS });
    const slot = slots[0];
    if (slot === undefined) throw new StoryBroken(`Bei Cal.com ist für ${eventType.title} nichts frei.`);
    const start = new Date(slot).toISOString();
    stage.note(`${person.name} bucht bei Cal.com: ${eventType.title}, ${speakInstant(start)}`);
    const booking = bookings.create({
      start,
      eventTypeId: eventType.id,
      attendee: {
        name: person.name,
        email: person.email,
        phoneNumber: person.phone,
        timeZone: "Europe/Berlin",
        language: "de",
      },
    });
    await stage.expectStored(
      `Der Termin erscheint hier: ${speakInstant(start)}`,
      (product) => hasAppointment(product, person.phone, start),
      PATIENCE_SECONDS,
    );
    stage.note(`${person.name} sagt bei Cal.com wieder ab`);
    bookings.cancel(booking.uid, { cancellationReason: "verhindert" });
    await stage.expectStored(
      "Die Absage erscheint hier",
      async (product) => {
        const left = await liveAppointments(product, person.phone);
        return left.length === 0 ? true : "der Termin steht noch";
      },
      PATIENCE_SECONDS,
    );
  },
};
