import { book, chooseService, expectBooked, findOffer, isComplete } from "./acts";
import type { Scenario } from "./scenario";

/** The refresh job runs every quarter of an hour; one run may just have passed. */
const REFRESH_PATIENCE_SECONDS = 17 * 60;

export const verloren: Scenario = {
  key: "verloren",
  title: "Das Ende geht verloren",
  story: "Retells Meldungen vom Ende des Anrufs kommen nie an; der Abgleich muss den Anruf vervollständigen.",
  slow: true,
  async run(stage) {
    const talk = await stage.connect({ deliveries: { lost: ["call_ended", "call_analyzed"] } });
    await talk.greet();
    await talk.caller("Guten Tag, ich hätte gern einen Termin. Was bieten Sie an?");
    const service = await chooseService(talk, stage);
    const offer = await findOffer(talk, stage, service);
    const booked = await book(talk, offer);
    await talk.caller("Danke, bis dann.");
    await talk.hangUp({ summary: `Hat einen Termin gebucht: ${service}.`, successful: booked.success });

    await expectBooked(stage, talk.person, offer, booked);
    stage.note("Jetzt muss der Abgleich den Anruf bei Retell holen; das kann eine Viertelstunde dauern.");
    await stage.expectStored(
      "Der Anruf wird ohne Meldung vervollständigt, Ergebnis „gebucht“",
      (product) => isComplete(product, talk.callId, "booked"),
      REFRESH_PATIENCE_SECONDS,
    );
  },
};
