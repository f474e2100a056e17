import { book, expectBooked, findOffers, isComplete } from "./acts";
import { localTime, speakDay } from "./calendar";
import type { Conversation } from "./conversation";
import { type Offer, offersOf, type Reply, servicesOf } from "./replies";
import { type Scenario, StoryBroken } from "./scenario";
import type { Stage } from "./stage";

/** Somebody who does one thing is asked for another, until it is one they do not do. */
async function askForTheUnqualified(
  talk: Conversation,
  services: string[],
  known: Offer,
): Promise<Reply | undefined> {
  const { day } = localTime(known.start);
  for (const service of services.filter((name) => name !== known.service)) {
    await talk.caller(`Und ${service} bei ${known.staff}?`);
    const args = { service, staff: known.staff, date: day.toString() };
    const reply = await talk.tool("check_availability", args);
    if (reply.data.reason === "staff_not_qualified") return reply;
  }
  return undefined;
}

async function expectOthers(
  stage: Stage,
  talk: Conversation,
  services: string[],
  known: Offer,
): Promise<Offer> {
  const reply = await askForTheUnqualified(talk, services, known);
  if (!reply) {
    stage.note(`${known.staff} macht hier alles; nach jemand Unpassendem lässt sich nicht fragen.`);
    return known;
  }
  const others = offersOf(reply);
  stage.expectHeard(
    "Wer das nicht macht, wird nicht angeboten, sondern jemand anderes",
    others.length > 0 && others.every(({ staff }) => staff !== known.staff) ? true : reply.message,
  );
  return others[0] ?? known;
}

export const falscheperson: Scenario = {
  key: "falscheperson",
  title: "Die falsche Person",
  story:
    "Jemand will zu einer Person, die es nicht gibt, dann zu einer, die das nicht macht: beides wird gesagt, nie ersetzt.",
  async run(stage) {
    const talk = await stage.connect();
    await talk.greet();
    await talk.caller("Guten Tag, was bieten Sie an?");
    const services = servicesOf(await talk.tool("list_services"));
    const [service] = services;
    if (!service) throw new StoryBroken("list_services nannte keine einzige Leistung.");
    await talk.caller(
      `${service}, bitte, bei Doktor Wunderlich, am ${speakDay(localTime(new Date(Date.now() + 3 * 86_400_000).toISOString()).day)}.`,
    );
    const unknown = await talk.tool("check_availability", { service, staff: "Doktor Wunderlich" });
    stage.expectHeard(
      "Der unbekannte Name wird zurückgefragt und nicht ersetzt",
      unknown.code === "staff.unknown" && offersOf(unknown).length === 0 ? true : unknown.message,
    );
    const [known] = (await findOffers(talk, stage, { service })) as [Offer];
    const offer = await expectOthers(stage, talk, services, known);
    const booked = await book(talk, offer);
    await talk.hangUp({ summary: "Wollte zu jemand Bestimmtem, hat gebucht.", successful: booked.success });
    await expectBooked(stage, talk.person, offer, booked);
    await stage.expectStored("Der Anruf steht vollständig da, Ergebnis „gebucht“", (product) =>
      isComplete(product, talk.callId, "booked"),
    );
  },
};
