import { findOffer, isComplete, liveAppointments, succeeded } from "./acts";
import { localTime, speakInstant } from "./calendar";
import type { Scenario } from "./scenario";

const SERVICE = "Krankengymnastik";
const TIMES = 6;

export const serie: Scenario = {
  key: "serie",
  title: "Sechs Behandlungen auf einmal",
  story:
    "Jemand mit Rezept bucht sechs Termine, jede Woche einen: alle zusammen nach einem Ja, vorher keinen.",
  tenantSlug: "physio-am-park",
  async run(stage) {
    const talk = await stage.connect();
    await talk.greet();
    await talk.caller(`Guten Tag, ich habe ein Rezept für ${TIMES} Mal ${SERVICE}.`);
    const offer = await findOffer(talk, stage, SERVICE);
    const { day, time } = localTime(offer.start);
    await talk.caller(`Ab ${speakInstant(offer.start)}, dann jede Woche. ${talk.person.name}.`);
    const args = {
      service: SERVICE,
      date: day.toString(),
      time,
      times: TIMES,
      branch: offer.branch,
      customer_name: talk.person.name,
    };
    const asked = await talk.tool("book_series", args);
    await stage.expectStored("Vor dem Ja gibt es keinen Termin", async (product) => {
      const found = await liveAppointments(product, talk.person.phone);
      return found.length === 0 ? true : `${found.length} Termine`;
    });
    await talk.caller("Ja, alle so, bitte.");
    const booked = await talk.tool("book_series", args);
    await talk.hangUp({ summary: `Hat ${TIMES} Termine gebucht.`, successful: booked.success });

    stage.expectHeard(
      "Alle Termine werden vorgelesen",
      asked.code === "confirmation.required" ? true : `${asked.code}: ${asked.message}`,
    );
    stage.expectHeard("Die Buchung aller wird bestätigt", succeeded(booked));
    await stage.expectStored(`Alle ${TIMES} Termine stehen da`, async (product) => {
      const found = await liveAppointments(product, talk.person.phone);
      const days = new Set(found.map(({ start_time }) => start_time.slice(0, 10)));
      return found.length === TIMES && days.size === TIMES ? true : `${found.length} an ${days.size} Tagen`;
    });
    await stage.expectStored("Der Anruf steht vollständig da, Ergebnis „gebucht“", (product) =>
      isComplete(product, talk.callId, "booked"),
    );
  },
};
