import { askFor, becomeRegular, book, expectBooked, isComplete } from "./acts";
import { sameInstant, speakInstant } from "./calendar";
import { offersOf } from "./replies";
import { type Scenario, StoryBroken } from "./scenario";

export const belegt: Scenario = {
  key: "belegt",
  title: "Wunschzeit vergeben",
  story: "Die gewünschte Zeit ist schon vergeben; der Anrufer nimmt die angebotene Alternative.",
  async run(stage) {
    const taken = await becomeRegular(stage, stage.person());
    const talk = await stage.connect();
    await talk.greet();
    const atStaff = taken.staff ? ` bei ${taken.staff}` : "";
    await talk.caller(`Guten Tag, ich hätte gern ${taken.service}${atStaff}, ${speakInstant(taken.start)}.`);
    const reply = await askFor(talk, taken);
    const alternative = offersOf(reply)[0];
    if (!alternative) throw new StoryBroken("Zur vergebenen Zeit wurde keine Alternative angeboten.");
    const booked = await book(talk, alternative);
    await talk.caller("Das passt auch. Bis dann.");
    await talk.hangUp({
      summary: "Wunschzeit war vergeben, hat die angebotene Alternative gebucht.",
      successful: booked.success,
    });

    const same = sameInstant(alternative.start, taken.start) && alternative.staff === taken.staff;
    stage.expectHeard(
      "Die vergebene Zeit wird nicht noch einmal angeboten",
      reply.data.available === false && !same ? true : "sie galt als frei",
    );
    await expectBooked(stage, talk.person, alternative, booked);
    await stage.expectStored("Der Anruf steht vollständig da, Ergebnis „gebucht“", (product) =>
      isComplete(product, talk.callId, "booked"),
    );
  },
};
