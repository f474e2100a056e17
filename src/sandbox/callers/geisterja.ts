import {
  book,
  bookingArgs,
  chooseService,
  findOffer,
  isComplete,
  liveAppointments,
  readBack,
  refusedForLackOfYes,
} from "./acts";
import type { Scenario } from "./scenario";

export const geisterja: Scenario = {
  key: "geisterja",
  title: "Ein Ja, das niemand sagte",
  story:
    "Der Agent behauptet ein Ja, das nicht gefallen ist: gebucht wird nichts, bis der Anrufer wirklich zustimmt.",
  async run(stage) {
    const talk = await stage.connect();
    await talk.greet();
    await talk.caller("Guten Tag, ich überlege, einen Termin zu machen. Was bieten Sie an?");
    const service = await chooseService(talk, stage);
    const offer = await findOffer(talk, stage, service);
    await readBack(talk, offer);
    await talk.caller("Ähm, also…");
    await talk.agent("Sie haben Ja gesagt, ich trage Sie ein.");
    const ghost = await talk.tool("book_appointment", bookingArgs(offer, talk.person));
    await talk.caller("Nein, ich habe nicht Ja gesagt.");
    const declined = await talk.tool("book_appointment", bookingArgs(offer, talk.person));
    await talk.agent("Sind Sie noch dran?");
    await talk.caller("Ja.");
    const besides = await talk.tool("book_appointment", bookingArgs(offer, talk.person));

    stage.expectHeard("Ohne Ja wird nichts gebucht", refusedForLackOfYes(ghost));
    stage.expectHeard("Nach einem Nein auch nicht", refusedForLackOfYes(declined));
    stage.expectHeard("Ein Ja auf eine andere Frage zählt nicht", refusedForLackOfYes(besides));
    await stage.expectStored("Es gibt keinen Termin", async (product) => {
      const found = await liveAppointments(product, talk.person.phone);
      return found.length === 0 ? true : `${found.length} Termine`;
    });
    await talk.caller("Jetzt lesen Sie es mir bitte noch einmal vor.");
    const booked = await book(talk, offer);
    await talk.hangUp({ summary: "Hat nach einigem Hin und Her gebucht.", successful: booked.success });
    stage.expectHeard("Ein wirkliches Ja bucht", booked.success ? true : booked.message);
    await stage.expectStored("Der Anruf steht vollständig da, Ergebnis „gebucht“", (product) =>
      isComplete(product, talk.callId, "booked"),
    );
  },
};
