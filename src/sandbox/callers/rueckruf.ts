import { isComplete, succeeded } from "./acts";
import type { Scenario } from "./scenario";

export const rueckruf: Scenario = {
  key: "rueckruf",
  title: "Bitte um Rückruf",
  story: "Jemand hat eine Frage, die nur ein Mensch beantworten kann, und bittet um Rückruf.",
  async run(stage) {
    const talk = await stage.connect();
    await talk.greet();
    await talk.caller(`Guten Tag, ${talk.person.name}. Ich habe eine Frage zu meiner letzten Rechnung.`);
    await talk.agent("Das klärt am besten jemand aus dem Haus mit Ihnen. Soll Sie jemand zurückrufen?");
    await talk.caller("Ja, bitte, am liebsten heute Nachmittag, unter dieser Nummer.");
    const callback = await talk.tool("request_callback", {
      name: talk.person.name,
      reason: "Frage zur letzten Rechnung",
      preferred_time: "am Nachmittag",
    });
    await talk.caller("Danke, auf Wiederhören.");
    await talk.hangUp({ summary: "Bittet um Rückruf.", successful: callback.success });

    stage.expectHeard("Der Rückruf ist notiert", succeeded(callback));
    stage.expectHeard(
      "Die Antwort nennt seine Kennung",
      callback.data.callback_id == null ? "callback_id fehlt" : true,
    );
    await stage.expectStored("Der Anruf steht vollständig da, Ergebnis „Rückruf“", (product) =>
      isComplete(product, talk.callId, "callback"),
    );
  },
};
