import {
  bookingArgs,
  chooseService,
  expectBooked,
  findOffers,
  isComplete,
  readBack,
  refusedForLackOfYes,
} from "./acts";
import { localTime } from "./calendar";
import type { Offer } from "./replies";
import type { Scenario } from "./scenario";

const clock = (offer: Offer) => {
  const [hour, minute] = localTime(offer.start).time.split(":").map(Number);
  return `${hour} Uhr${minute ? ` ${minute}` : ""}`;
};

export const umentschieden: Scenario = {
  key: "umentschieden",
  title: "Zweimal anders überlegt",
  story:
    "Jemand sagt Ja, will dann lieber die andere Zeit und am Ende doch die erste: nur diese wird gebucht.",
  async run(stage) {
    const talk = await stage.connect();
    await talk.greet();
    await talk.caller("Guten Tag, ich hätte gern einen Termin. Was bieten Sie an?");
    const service = await chooseService(talk, stage);
    const [first, second] = (await findOffers(talk, stage, { service }, { atLeast: 2 })) as [Offer, Offer];
    await talk.caller(`Um ${clock(first)}, auf ${talk.person.name}.`);
    await readBack(talk, first);
    await talk.caller(`Ja. Ach nein, doch lieber um ${clock(second)}.`);
    const tooFast = await talk.tool("book_appointment", bookingArgs(first, talk.person));
    await readBack(talk, second);
    await talk.caller(`Ja, also, nein, doch lieber der erste, um ${clock(first)}.`);
    const tooFastAgain = await talk.tool("book_appointment", bookingArgs(second, talk.person));
    await readBack(talk, first);
    await talk.caller("Ja, jetzt wirklich, der passt mir gut.");
    const booked = await talk.tool("book_appointment", bookingArgs(first, talk.person));
    await talk.hangUp({ summary: "Hat sich zweimal umentschieden und gebucht.", successful: booked.success });

    stage.expectHeard("Das erste Umentscheiden gilt", refusedForLackOfYes(tooFast));
    stage.expectHeard("Das zweite auch", refusedForLackOfYes(tooFastAgain));
    await expectBooked(stage, talk.person, first, booked);
    await stage.expectStored("Der Anruf steht vollständig da, Ergebnis „gebucht“", (product) =>
      isComplete(product, talk.callId, "booked"),
    );
  },
};
