import {
  askFor,
  book,
  bookingArgs,
  chooseService,
  findOffers,
  isComplete,
  liveAppointments,
  refusedForLackOfYes,
  succeeded,
} from "./acts";
import { type Offer, offersOf } from "./replies";
import type { Scenario } from "./scenario";

export const zuzweit: Scenario = {
  key: "zuzweit",
  title: "Für zwei gebucht",
  story: "Jemand bucht für sich und einen Angehörigen; das Ja zum ersten Termin gilt nicht für den zweiten.",
  async run(stage) {
    const talk = await stage.connect();
    const relative = { ...stage.person(), phone: talk.person.phone };
    await talk.greet();
    await talk.caller(
      "Guten Tag, ich brauche zwei Termine, für mich und für meinen Mann. Was bieten Sie an?",
    );
    const service = await chooseService(talk, stage);
    const [mine, his] = (await findOffers(talk, stage, { service }, { atLeast: 2 })) as [Offer, Offer];
    const first = await book(talk, mine);
    await talk.caller(`Und jetzt noch für ${relative.name}.`);
    const held = offersOf(await askFor(talk, his))[0] ?? his;
    await talk.caller("Einen Moment bitte.");
    const tooFast = await talk.tool("book_appointment", bookingArgs(held, relative));
    const second = await book(talk, held, relative);
    await talk.hangUp({ summary: "Hat zwei Termine gebucht.", successful: second.success });

    stage.expectHeard("Der erste Termin wird bestätigt", succeeded(first));
    stage.expectHeard("Der zweite braucht sein eigenes Ja", refusedForLackOfYes(tooFast));
    stage.expectHeard("Mit ihm wird auch der zweite bestätigt", succeeded(second));
    await stage.expectStored("Beide Termine stehen da", async (product) => {
      const found = await liveAppointments(product, talk.person.phone);
      return found.length === 2 ? true : `${found.length} Termine`;
    });
    await stage.expectStored("Der Anruf steht vollständig da, Ergebnis „gebucht“", (product) =>
      isComplete(product, talk.callId, "booked"),
    );
  },
};
