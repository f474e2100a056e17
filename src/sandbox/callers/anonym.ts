import { becomeRegular, hasOneAppointment, isComplete, succeeded } from "./acts";
import { speakPhone } from "./people";
import { appointmentsOf } from "./replies";
import type { Scenario } from "./scenario";
import { HIDDEN_NUMBER } from "./stage";

export const anonym: Scenario = {
  key: "anonym",
  title: "Unterdrückte Nummer",
  story: "Jemand möchte mit unterdrückter Nummer einen Termin verschieben und bekommt einen Rückruf.",
  async run(stage) {
    const person = stage.person();
    const before = await becomeRegular(stage, person);
    const talk = await stage.connect({ person, fromNumber: HIDDEN_NUMBER });
    await talk.greet();
    await talk.caller(`Guten Tag, mein Name ist ${person.name}, ich möchte meinen Termin verschieben.`);
    const search = await talk.tool("find_appointments");
    await talk.caller(`Dann rufen Sie mich bitte zurück, unter ${speakPhone(person.phone)}.`);
    const callback = await talk.tool("request_callback", {
      name: person.name,
      phone: person.phone,
      reason: "Termin verschieben",
      preferred_time: "vormittags",
    });
    await talk.caller("Gut, danke. Auf Wiederhören.");
    await talk.hangUp({
      summary: "Unterdrückte Nummer, möchte einen Termin verschieben und bittet um Rückruf.",
      successful: callback.success,
    });

    const spoken = typeof before.spoken === "string" && search.message.includes(before.spoken);
    const revealed = appointmentsOf(search).length > 0 || spoken;
    stage.expectHeard("Über den Termin wird nichts verraten", revealed ? search.message : true);
    stage.expectHeard("Der Rückruf ist notiert", succeeded(callback));
    await stage.expectStored("Der Termin bleibt, wie er ist", (product) =>
      hasOneAppointment(product, person.phone, before.start),
    );
    await stage.expectStored("Der Anruf hat keine Nummer", async (product) => {
      const call = await product.call(talk.callId);
      if (!call) return "der Anruf fehlt in der Liste";
      return call.from_number == null ? true : `from_number ist „${call.from_number}“`;
    });
    await stage.expectStored("Der Anruf steht vollständig da, Ergebnis „Rückruf“", (product) =>
      isComplete(product, talk.callId, "callback"),
    );
  },
};
