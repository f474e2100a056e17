import { askFor, book, chooseService, expectBooked, findOffer, isComplete } from "./acts";
import { sameInstant, speakInstant } from "./calendar";
import { offersOf, type Reply } from "./replies";
import { type Scenario, StoryBroken } from "./scenario";

export const gehalten: Scenario = {
  key: "gehalten",
  title: "Wunschzeit wird freigehalten",
  story:
    "Jemand fragt nach einer Zeit und überlegt; ein zweiter Anrufer bekommt sie nicht, der erste bucht sie.",
  async run(stage) {
    const first = await stage.connect({ label: "A" });
    await first.greet();
    await first.caller("Guten Tag, ich hätte gern einen Termin. Was bieten Sie an?");
    const service = await chooseService(first, stage);
    const wish = await findOffer(first, stage, service);
    await first.caller(`${speakInstant(wish.start)} wäre gut. Ist das sicher frei?`);
    const asked = await askFor(first, wish);
    const offer = offersOf(asked)[0];
    if (!offer) throw new StoryBroken("Die eben angebotene Zeit war nicht mehr zu haben.");
    await first.caller("Einen Augenblick, ich hole meinen Kalender.");

    const second = await stage.connect({ label: "B" });
    await second.greet();
    await second.caller(`Guten Tag, ${service}, ${speakInstant(wish.start)}, geht das?`);
    const other = await askFor(second, wish);
    await second.caller("Schade, dann melde ich mich noch einmal.");
    await second.hangUp({ summary: "Wollte eine Zeit, die gerade vergeben wird.", successful: false });

    await first.caller("So, da bin ich wieder. Ist es noch frei?");
    const again = await askFor(first, wish);
    const booked = await book(first, offersOf(again)[0] ?? offer);
    await first.hangUp({
      summary: "Hat nach einem Blick in den Kalender gebucht.",
      successful: booked.success,
    });

    const offers = (reply: Reply) =>
      offersOf(reply).some(({ start, staff }) => sameInstant(start, wish.start) && staff === wish.staff);
    stage.expectHeard(
      "Dem zweiten wird die Zeit nicht angeboten, aber eine andere",
      other.data.available === false && !offers(other) && offersOf(other).length > 0 ? true : other.message,
    );
    stage.expectHeard(
      "Dem ersten steht sein eigener Wunsch nicht im Weg",
      again.data.available === true && offers(again) ? true : again.message,
    );
    await expectBooked(stage, first.person, offer, booked);
    await stage.expectStored("Der Anruf steht vollständig da, Ergebnis „gebucht“", (product) =>
      isComplete(product, first.callId, "booked"),
    );
  },
};
