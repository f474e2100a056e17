import { book, chooseService, expectBooked, findOffer, isComplete } from "./acts";
import type { Scenario } from "./scenario";

export const neukunde: Scenario = {
  key: "neukunde",
  title: "Neuer Kunde bucht",
  story: "Jemand ruft zum ersten Mal an, fragt nach den Leistungen und bucht einen freien Termin.",
  async run(stage) {
    const talk = await stage.connect();
    await talk.greet();
    await talk.caller(
      "Guten Tag, ich war noch nie bei Ihnen und hätte gern einen Termin. Was bieten Sie an?",
    );
    const service = await chooseService(talk, stage);
    const offer = await findOffer(talk, stage, service);
    const booked = await book(talk, offer);
    await talk.caller("Vielen Dank, bis dann. Auf Wiederhören.");
    await talk.hangUp({
      summary: `Zum ersten Mal da, hat einen Termin gebucht: ${service}.`,
      successful: booked.success,
      sentiment: "Positive",
    });
    await expectBooked(stage, talk.person, offer, booked);
    await stage.expectStored("Der Anruf steht vollständig da, Ergebnis „gebucht“", (product) =>
      isComplete(product, talk.callId, "booked"),
    );
  },
};
