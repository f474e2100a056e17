import { book, chooseService, expectBooked, findOffer, isComplete } from "./acts";
import { localTime, nextSunday, speakDay } from "./calendar";
import { offersOf } from "./replies";
import type { Scenario } from "./scenario";

export const sonntag: Scenario = {
  key: "sonntag",
  title: "Sonntags geschlossen",
  story: "Jemand möchte am Sonntag kommen, hört, dass geschlossen ist, und nimmt einen anderen Tag.",
  async run(stage) {
    const sunday = nextSunday();
    const talk = await stage.connect();
    await talk.greet();
    await talk.caller("Hallo, ich brauche einen Termin. Was machen Sie denn alles?");
    const service = await chooseService(talk, stage);
    await talk.caller(`Am liebsten am ${speakDay(sunday)}, gegen zehn Uhr.`);
    const reply = await talk.tool("check_availability", { service, date: sunday.toString(), time: "10:00" });
    const offered = offersOf(reply);
    const offer = offered[0] ?? (await findOffer(talk, stage, service));
    const booked = await book(talk, offer);
    await talk.caller("Gut, dann so. Auf Wiederhören.");
    await talk.hangUp({
      summary: "Wollte sonntags kommen, hat einen anderen Tag gebucht.",
      successful: booked.success,
    });

    const saysClosed = reply.data.reason === "closed" || /geschlossen|nicht geöffnet/i.test(reply.message);
    stage.expectHeard("Es wird gesagt, dass sonntags geschlossen ist", saysClosed ? true : reply.message);
    stage.expectHeard(
      "Keine angebotene Zeit liegt am Sonntag",
      offered.every(({ start }) => !localTime(start).day.equals(sunday)) ? true : "eine liegt am Sonntag",
    );
    await expectBooked(stage, talk.person, offer, booked);
    await stage.expectStored("Der Anruf steht vollständig da, Ergebnis „gebucht“", (product) =>
      isComplete(product, talk.callId, "booked"),
    );
  },
};
