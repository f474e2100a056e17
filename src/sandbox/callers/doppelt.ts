import { book, chooseService, expectBooked, findOffer, isComplete } from "./acts";
import type { Scenario } from "./scenario";

export const doppelt: Scenario = {
  key: "doppelt",
  title: "Alles doppelt und rückwärts",
  story: "Retells Meldungen kommen je zweimal und in verkehrter Reihenfolge; es bleibt ein einziger Anruf.",
  async run(stage) {
    const talk = await stage.connect({ deliveries: { twice: true, reversed: true } });
    await talk.greet();
    const opening = "Guten Tag, ich rufe zum ersten Mal an und hätte gern einen Termin. Was bieten Sie an?";
    await talk.caller(opening);
    const service = await chooseService(talk, stage);
    const offer = await findOffer(talk, stage, service);
    const booked = await book(talk, offer);
    await talk.hangUp({ summary: `Hat einen Termin gebucht: ${service}.`, successful: booked.success });

    await stage.expectStored("Der Anruf steht vollständig da, Ergebnis „gebucht“", (product) =>
      isComplete(product, talk.callId, "booked"),
    );
    await stage.expectStored("Er steht genau einmal in der Liste", async (product) => {
      const same = (await product.calls()).filter(({ call_id }) => call_id === talk.callId);
      return same.length === 1 ? true : `${same.length}-mal`;
    });
    await stage.expectStored("Nichts im Gespräch ist doppelt", async (product) => {
      const transcript = (await product.call(talk.callId))?.transcript ?? "";
      const times = transcript.split(opening).length - 1;
      return times === 1 ? true : `der erste Satz steht ${times}-mal da`;
    });
    await expectBooked(stage, talk.person, offer, booked);
  },
};
