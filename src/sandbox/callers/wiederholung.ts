import { agree, bookingArgs, chooseService, expectBooked, findOffer, isComplete } from "./acts";
import { speakInstant } from "./calendar";
import type { Scenario } from "./scenario";

export const wiederholung: Scenario = {
  key: "wiederholung",
  title: "Dieselbe Buchung kommt zweimal",
  story: "Die Antwort auf die Buchung geht verloren, Retell fragt noch einmal: es bleibt bei einem Termin.",
  async run(stage) {
    const talk = await stage.connect();
    await talk.greet();
    await talk.caller("Guten Tag, ich hätte gern einen Termin. Was bieten Sie an?");
    const service = await chooseService(talk, stage);
    const offer = await findOffer(talk, stage, service);
    await talk.caller(`${speakInstant(offer.start)}, bitte auf ${talk.person.name}.`);
    await agree(talk, offer);
    const booked = await talk.tool("book_appointment", bookingArgs(offer, talk.person), { answerLost: true });
    await talk.caller("Wunderbar, vielen Dank.");
    await talk.hangUp({ summary: `Hat einen Termin gebucht: ${service}.`, successful: booked.success });

    const [lost, repeated] = booked.outcome.attempts;
    stage.expectHeard(
      "Die Wiederholung bekommt dieselbe Antwort",
      lost && repeated && lost.text === repeated.text ? true : `${lost?.text} ≠ ${repeated?.text}`,
    );
    await expectBooked(stage, talk.person, offer, booked);
    await stage.expectStored("Der Anruf steht vollständig da, Ergebnis „gebucht“", (product) =>
      isComplete(product, talk.callId, "booked"),
    );
  },
};
