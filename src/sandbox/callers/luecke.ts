import { askFor, book, expectBooked, findOffers } from "./acts";
import { speakInstant } from "./calendar";
import { type Offer, offersOf } from "./replies";
import { type Scenario, StoryBroken } from "./scenario";

const PERM = "Dauerwelle";
const CUT = "Herrenhaarschnitt";
/** Does both. */
const STYLIST = "Mara Lindner";
/** From here on the perm works by itself, long enough for a cut. */
const GAP_STARTS_MS = 45 * 60_000;

/** Days on which the demo's calendar is empty: else a perm is offered around a cut that is there already. */
const BEYOND_DEMO_DATA = 35;

const later = (offer: Offer, ms: number): Offer => ({
  ...offer,
  offer_id: undefined,
  service: CUT,
  start: new Date(Date.parse(offer.start) + ms).toISOString(),
});

export const luecke: Scenario = {
  key: "luecke",
  title: "In der Einwirkzeit",
  story: "Während eine Dauerwelle einwirkt, hat dieselbe Friseurin Zeit für einen Haarschnitt, davor nicht.",
  tenantSlug: "salon-lindner",
  async run(stage) {
    const first = await stage.connect({ label: "A" });
    await first.greet();
    await first.caller(`Guten Tag, eine ${PERM} bei ${STYLIST}, bitte.`);
    const wished = { service: PERM, staff: STYLIST };
    const [perm] = (await findOffers(first, stage, wished, { daysAhead: BEYOND_DEMO_DATA })) as [Offer];
    const booked = await book(first, perm);
    await first.hangUp({ summary: "Hat eine Dauerwelle gebucht.", successful: booked.success });

    const second = await stage.connect({ label: "B" });
    await second.greet();
    const wish = later(perm, GAP_STARTS_MS);
    await second.caller(`Guten Tag, ${CUT} bei ${STYLIST}, ${speakInstant(later(perm, 0).start)}?`);
    const during = await askFor(second, later(perm, 0));
    await second.caller(`Und ${speakInstant(wish.start)}?`);
    const inGap = await askFor(second, wish);
    const offer = offersOf(inGap)[0];
    if (!offer || inGap.data.available !== true)
      throw new StoryBroken(`In der Einwirkzeit war nichts frei: ${inGap.message}`);
    const cut = await book(second, offer);
    await second.hangUp({ summary: "Hat einen Haarschnitt gebucht.", successful: cut.success });

    stage.expectHeard(
      "Solange die Friseurin selbst arbeitet, ist sie vergeben",
      during.data.available === false ? true : during.message,
    );
    stage.expectHeard(
      "In der Einwirkzeit ist sie es nicht",
      offer.staff === STYLIST ? true : String(offer.staff),
    );
    await expectBooked(stage, first.person, perm, booked);
    await expectBooked(stage, second.person, offer, cut);
  },
};
