import { agree, becomeRegular, hasOneAppointment, isComplete, moveArgs, otherDays, succeeded } from "./acts";
import { localTime, speakDay, speakInstant } from "./calendar";
import { appointmentsOf, type Offer, offersOf } from "./replies";
import { type Scenario, StoryBroken } from "./scenario";

export const verschieben: Scenario = {
  key: "verschieben",
  title: "Stammkunde verschiebt",
  story: "Jemand mit einem Termin ruft von der bekannten Nummer an und legt ihn auf einen anderen Tag.",
  async run(stage) {
    const person = stage.person();
    const before = await becomeRegular(stage, person);
    const talk = await stage.connect({ person });
    await talk.greet();
    await talk.caller(`Hallo, ${person.name} hier. Ich muss meinen Termin leider verschieben.`);
    const appointment = appointmentsOf(await talk.tool("find_appointments"))[0];
    if (!appointment) throw new StoryBroken("find_appointments fand den Termin der Vorgeschichte nicht.");

    let offer: Offer | undefined;
    for (const day of otherDays(stage, localTime(before.start).day)) {
      await talk.caller(`Ginge es auch am ${speakDay(day)}?`);
      const args = { service: before.service, date: day.toString(), branch: before.branch };
      offer = offersOf(await talk.tool("check_availability", args))[0];
      if (offer) break;
    }
    if (!offer) throw new StoryBroken("Kein anderer Tag war frei.");
    await talk.caller(`${speakInstant(offer.start)}, bitte.`);
    await agree(talk, offer, "move");
    const moved = await talk.tool("reschedule_appointment", moveArgs(appointment.appointment_id, offer));
    await talk.caller("Prima, danke schön. Tschüss.");
    await talk.hangUp({ summary: "Hat einen Termin verschoben.", successful: moved.success });

    const { start } = offer;
    stage.expectHeard("Die Verschiebung wird am Telefon bestätigt", succeeded(moved));
    await stage.expectStored(`Nur noch der neue Termin: ${speakInstant(start)}`, (product) =>
      hasOneAppointment(product, person.phone, start),
    );
    await stage.expectStored("Der Anruf steht vollständig da, Ergebnis „verschoben“", (product) =>
      isComplete(product, talk.callId, "moved"),
    );
  },
};
