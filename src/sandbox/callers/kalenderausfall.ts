import { agree, bookingArgs, chooseService, findOffer, hasOneAppointment, isComplete } from "./acts";
import { speakInstant } from "./calendar";
import type { Scenario } from "./scenario";

/** Nobody waits longer than this on the phone for a calendar that does not answer. */
const PATIENCE_MS = 10_000;
/** Once Cal.com answers again a background job settles the booking. */
const SETTLING_SECONDS = 240;

export const kalenderausfall: Scenario = {
  key: "kalenderausfall",
  title: "Cal.com fällt mitten im Anruf aus",
  story:
    "Zwischen Nachfrage und Buchung antwortet Cal.com nicht mehr: es wird ehrlich vorgemerkt und später eingetragen.",
  tenantSlug: "beratung-hansen",
  async run(stage) {
    const talk = await stage.connect();
    await talk.greet();
    await talk.caller("Guten Tag, ich hätte gern einen Termin. Was bieten Sie an?");
    const service = await chooseService(talk, stage);
    const offer = await findOffer(talk, stage, service);
    await talk.caller(`${speakInstant(offer.start)}, auf ${talk.person.name}.`);
    await agree(talk, offer);
    stage.note("Cal.com antwortet ab jetzt nur noch mit Fehlern.");
    stage.faults.set({ calcom: [{ fault: "500" }] });
    try {
      const booked = await talk.tool("book_appointment", bookingArgs(offer, talk.person));
      const asked = await talk.tool("check_availability", { service, date: offer.start.slice(0, 10) });
      await talk.caller("Gut, dann warte ich auf die Bestätigung.");
      await talk.hangUp({ summary: "Termin vorgemerkt, Kalender gestört.", successful: booked.success });
      const waited = Math.max(booked.outcome.elapsedMs, asked.outcome.elapsedMs);
      stage.expectHeard("Niemand wartet lange", waited < PATIENCE_MS ? true : `${waited} ms`);
      stage.expectHeard(
        "Es wird vorgemerkt und nicht „gebucht“ gesagt",
        booked.success && booked.data.status === "pending" && !/gebucht/i.test(booked.message)
          ? true
          : `${booked.code ?? booked.data.status}: ${booked.message}`,
      );
    } finally {
      stage.note("Cal.com antwortet wieder.");
      stage.faults.set({ calcom: [] });
    }
    await stage.expectStored(
      `Der Termin wird von selbst eingetragen, einmal: ${speakInstant(offer.start)}`,
      (product) => hasOneAppointment(product, talk.person.phone, offer.start),
      SETTLING_SECONDS,
    );
    await stage.expectStored("Der Anruf steht vollständig da, Ergebnis „gebucht“", (product) =>
      isComplete(product, talk.callId, "booked"),
    );
  },
};
