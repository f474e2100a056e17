import { becomeRegular, hasOneAppointment, isComplete } from "./acts";
import { speakPhone } from "./people";
import { appointmentsOf } from "./replies";
import type { Scenario } from "./scenario";
import { HIDDEN_NUMBER } from "./stage";

export const verborgen: Scenario = {
  key: "verborgen",
  title: "Absage mit unterdrückter Nummer",
  story:
    "Jemand will mit unterdrückter Nummer absagen: freundlich notiert, nichts verraten, nichts geändert.",
  async run(stage) {
    const person = stage.person();
    const before = await becomeRegular(stage, person);
    const talk = await stage.connect({ person, fromNumber: HIDDEN_NUMBER });
    await talk.greet();
    await talk.caller(`Guten Tag, ${person.name}, ich muss meinen Termin absagen.`);
    const refused = await talk.tool("cancel_appointment", { reason: "krank" });
    await talk.caller(`Unter ${speakPhone(person.phone)}.`);
    const callback = await talk.tool("request_callback", { name: person.name, phone: person.phone });
    await talk.caller("Danke, auf Wiederhören.");
    await talk.hangUp({ summary: "Unterdrückte Nummer, möchte absagen.", successful: callback.success });

    const spoken = typeof before.spoken === "string" && refused.message.includes(before.spoken);
    const revealed = spoken || refused.message.includes(before.service) || appointmentsOf(refused).length > 0;
    stage.expectHeard("Über den Termin wird nichts verraten", revealed ? refused.message : true);
    stage.expectHeard(
      "Der Wunsch ist als Rückruf notiert, einmal",
      !refused.success &&
        refused.data.callback_id != null &&
        refused.data.callback_id === callback.data.callback_id
        ? true
        : `${refused.code}: ${refused.message}`,
    );
    await stage.expectStored("Der Termin bleibt, wie er ist", (product) =>
      hasOneAppointment(product, person.phone, before.start),
    );
    await stage.expectStored("Der Anruf steht vollständig da, Ergebnis „Rückruf“", (product) =>
      isComplete(product, talk.callId, "callback"),
    );
  },
};
