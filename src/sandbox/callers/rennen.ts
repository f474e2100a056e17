import { agree, askFor, bookingArgs, chooseService, findOffer, hasOneAppointment, succeeded } from "./acts";
import { localTime, sameInstant, speakInstant } from "./calendar";
import type { Conversation } from "./conversation";
import type { ProductApi } from "./product-api";
import { type Offer, offersOf, type Reply } from "./replies";
import { type Scenario, StoryBroken } from "./scenario";
import type { Finding } from "./stage";

interface Racer {
  talk: Conversation;
  reply: Reply;
}

/** The second caller asks for the very time the first one was just offered. */
async function askForTheSame(talk: Conversation, wish: Offer): Promise<Offer> {
  await talk.caller(`Guten Tag, ${wish.service}, ${speakInstant(wish.start)}, geht das?`);
  const reply = await askFor(talk, wish);
  const same = offersOf(reply).find(
    (offer) => sameInstant(offer.start, wish.start) && offer.staff === wish.staff,
  );
  return same ?? { ...wish, offer_id: undefined };
}

/** Who lost is told so and takes what is offered instead. */
async function takeAlternative({ talk, reply }: Racer): Promise<{ offer: Offer; booked: Reply } | undefined> {
  const offer = offersOf(reply)[0];
  if (!offer) return undefined;
  await talk.caller(`Schade. Dann eben ${speakInstant(offer.start)}.`);
  await agree(talk, offer);
  return { offer, booked: await talk.tool("book_appointment", bookingArgs(offer, talk.person)) };
}

async function onlyOneAt(product: ProductApi, winner: Conversation, start: string): Promise<Finding> {
  const isLive = ({ status }: { status: string }) => status === "scheduled" || status === "pending";
  const customer = await product.customer(winner.person.phone);
  const won = customer?.appointments.find((row) => isLive(row) && sameInstant(row.start_time, start));
  if (!won) return "der Termin des Gewinners fehlt";
  const day = await product.appointmentsOn(localTime(start).day.toString());
  const same = day.filter(
    (row) =>
      isLive(row) && sameInstant(row.start_time, start) && String(row.staff_id) === String(won.staff_id),
  );
  return same.length === 1 ? true : `${same.length} Termine zur selben Zeit`;
}

export const rennen: Scenario = {
  key: "rennen",
  title: "Zwei Anrufer, eine Zeit",
  story: "Zwei Anrufer wollen im selben Augenblick dieselbe Zeit: einer bekommt sie, der andere eine andere.",
  async run(stage) {
    const first = await stage.connect({ label: "A" });
    await first.greet();
    await first.caller("Guten Tag, ich hätte gern einen Termin. Was bieten Sie an?");
    const service = await chooseService(first, stage);
    const wish = await findOffer(first, stage, service);
    const second = await stage.connect({ label: "B" });
    await second.greet();
    const sameWish = await askForTheSame(second, wish);
    await Promise.all([agree(first, wish), agree(second, sameWish)]);
    const replies = await Promise.all([
      first.tool("book_appointment", bookingArgs(wish, first.person)),
      second.tool("book_appointment", bookingArgs(sameWish, second.person)),
    ]);
    const racers: Racer[] = [
      { talk: first, reply: replies[0] },
      { talk: second, reply: replies[1] },
    ];
    const winner = racers.find(({ reply }) => reply.success);
    const loser = racers.find(({ reply }) => !reply.success);
    const instead = loser && (await takeAlternative(loser));
    await Promise.all(
      racers.map(({ talk, reply }) =>
        talk.hangUp({
          summary: "Wollte eine Zeit, die gerade jemand anderes nahm.",
          successful: reply.success,
        }),
      ),
    );

    const winners = replies.filter(({ success }) => success).length;
    stage.expectHeard("Genau eine Buchung gelingt", winners === 1 ? true : `${winners} gelangen`);
    if (!winner || !loser)
      throw new StoryBroken("Ohne Gewinner und Verlierer ist das Rennen nicht zu werten.");
    stage.expectHeard("Dem anderen wird eine Alternative angeboten", instead ? true : loser.reply.message);
    await stage.expectStored(`${speakInstant(wish.start)} ist genau einmal vergeben`, (product) =>
      onlyOneAt(product, winner.talk, wish.start),
    );
    if (!instead) return;
    stage.expectHeard("Die Alternative wird gebucht", succeeded(instead.booked));
    await stage.expectStored(
      `Der andere hat seinen Termin: ${speakInstant(instead.offer.start)}`,
      (product) => hasOneAppointment(product, loser.talk.person.phone, instead.offer.start),
    );
  },
};
