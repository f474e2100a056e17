import { chooseService, findOffer, isComplete, liveAppointments } from "./acts";
import type { Scenario } from "./scenario";

export const auflegen: Scenario = {
  key: "auflegen",
  title: "Legt mittendrin auf",
  story: "Jemand fragt nach freien Zeiten und legt auf, bevor etwas gebucht ist.",
  async run(stage) {
    const talk = await stage.connect();
    await talk.greet();
    await talk.caller("Hallo, ich wollte mal fragen, was bei Ihnen frei ist. Was bieten Sie an?");
    const service = await chooseService(talk, stage);
    await findOffer(talk, stage, service);
    const lastWords = "Ach, Moment, da klingelt es gerade an der…";
    await talk.caller(lastWords);
    await talk.hangUp({
      summary: "Hat nach freien Zeiten gefragt und vor der Buchung aufgelegt.",
      successful: false,
    });

    await stage.expectStored("Es gibt keinen Termin", async (product) => {
      const found = await liveAppointments(product, talk.person.phone);
      return found.length === 0 ? true : `${found.length} Termine`;
    });
    // Free times were heard, so that both words are true of this call.
    await stage.expectStored("Der Anruf steht vollständig da, Ergebnis „aufgelegt“", (product) =>
      isComplete(product, talk.callId, "hung_up"),
    );
    await stage.expectStored("Auch der abgebrochene Satz steht da", async (product) => {
      const transcript = (await product.call(talk.callId))?.transcript ?? "";
      return transcript.includes(lastWords) ? true : "er fehlt im Gespräch";
    });
  },
};
