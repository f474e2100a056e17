import type { Conversation } from "./conversation";
import type { ProductApi } from "./product-api";
import type { Reply } from "./replies";
import type { Scenario } from "./scenario";
import type { Finding, Stage } from "./stage";

/** The one demo business that asks its callers. */
const ASKING = "physio-am-park";
const QUESTION = "Ohne Ihr Ja wird nichts aufgezeichnet. Darf ich das Gespräch aufzeichnen?";

const note = (talk: Conversation) => talk.tool("note_recording_consent");

async function ringAndHear(stage: Stage, answer: string) {
  const talk = await stage.connect();
  await talk.greet();
  await talk.agent(QUESTION);
  await talk.caller(answer);
  return { talk, noted: await note(talk) };
}

async function askForCallback(talk: Conversation) {
  await talk.caller("Ich habe eine Frage zu meiner Rechnung, bitte rufen Sie mich zurück.");
  await talk.tool("request_callback", { name: talk.person.name, reason: "Frage zur Rechnung" });
}

const isRecorded = (reply: Reply, wanted: boolean): Finding =>
  reply.data.recorded === wanted ? true : `${reply.code ?? "erfolgreich"}: ${reply.message}`;

/** The call is over, and its audio is kept or not. */
async function keepsRecording(product: ProductApi, callId: string, wanted: boolean): Promise<Finding> {
  const call = await product.call(callId);
  if (!call?.analysis) return "der Anruf ist noch nicht vollständig";
  if (Boolean(call.recording_url) === wanted) return true;
  return wanted ? "es gibt keine Aufnahme" : "es gibt eine Aufnahme";
}

export const aufnahmeja: Scenario = {
  key: "aufnahmeja",
  title: "Ja zur Aufnahme",
  story:
    "Jemand stimmt der Aufnahme zu: erst damit bleibt sie; wer sie später nicht will, bekommt sie gelöscht.",
  tenantSlug: ASKING,
  async run(stage) {
    const { talk, noted } = await ringAndHear(stage, "Ja, gern.");
    await askForCallback(talk);
    await talk.hangUp({ summary: "Bittet um Rückruf.", successful: true });

    const second = await ringAndHear(stage, "Ja, einverstanden.");
    await askForCallback(second.talk);
    await second.talk.caller("Ach, bitte doch nicht aufnehmen.");
    const withdrawn = await note(second.talk);
    await second.talk.hangUp({ summary: "Nimmt die Zustimmung zurück.", successful: true });

    stage.expectHeard("Das Ja zur Aufnahme gilt", isRecorded(noted, true));
    stage.expectHeard("Das spätere Nein nimmt es zurück", isRecorded(withdrawn, false));
    await stage.expectStored("Von dem einen Anruf bleibt die Aufnahme", (product) =>
      keepsRecording(product, talk.callId, true),
    );
    await stage.expectStored("Von dem anderen nicht", (product) =>
      keepsRecording(product, second.talk.callId, false),
    );
  },
};

export const aufnahmenein: Scenario = {
  key: "aufnahmenein",
  title: "Nein zur Aufnahme",
  story:
    "Jemand sagt Nein zur Aufnahme oder antwortet gar nicht darauf: keine bleibt, und das Gespräch geht weiter.",
  tenantSlug: ASKING,
  async run(stage) {
    const { talk, noted } = await ringAndHear(stage, "Nein, lieber nicht.");
    await askForCallback(talk);
    await talk.hangUp({ summary: "Bittet um Rückruf.", successful: true });

    const second = await ringAndHear(stage, "Ja, ich hätte eine Frage.");
    await askForCallback(second.talk);
    await second.talk.hangUp({ summary: "Bittet um Rückruf.", successful: true });

    stage.expectHeard("Das Nein gilt", isRecorded(noted, false));
    stage.expectHeard("Ein Ja vor einem anderen Wunsch ist keins", isRecorded(second.noted, false));
    for (const [text, { callId }] of [
      ["Nach dem Nein bleibt keine Aufnahme", talk],
      ["Ohne klares Ja auch nicht", second.talk],
    ] as const)
      await stage.expectStored(text, (product) => keepsRecording(product, callId, false));
  },
};
