import type { Scenario } from "./scenario";

export const unbekannteNummer: Scenario = {
  key: "unbekannte-nummer",
  title: "Nummer gehört niemandem",
  story:
    "Ein Anruf auf eine Nummer, die keinem Betrieb gehört: er wird angenommen und niemandem zugeschrieben.",
  async run(stage) {
    const talk = await stage.connect({ toNumber: `+49309${stage.random.digits(7)}` });
    await talk.greet();
    await talk.caller("Guten Tag, ich hätte gern einen Termin.");
    const reply = await talk.tool("check_availability", { service: "Beratung", date: "morgen" });
    await talk.caller("Dann habe ich mich wohl verwählt. Auf Wiederhören.");
    await talk.hangUp({ summary: "Die Nummer gehört keinem Betrieb.", successful: false });

    const answered = reply.outcome.status === 200 && !reply.success;
    stage.expectHeard(
      "Der Agent bekommt einen Satz, keinen Fehler",
      answered ? true : `HTTP ${reply.outcome.status}: ${reply.outcome.text.slice(0, 120)}`,
    );
    stage.expectHeard(
      "Jede Meldung wurde angenommen",
      talk.refusedWebhooks.length === 0 ? true : talk.refusedWebhooks.join(", "),
    );
    await stage.expectStored("Der Anruf steht bei diesem Betrieb nicht", async (product) => {
      const mine = (await product.calls()).some(({ call_id }) => call_id === talk.callId);
      return mine ? "er wurde diesem Betrieb zugeschrieben" : true;
    });
  },
};
