import { agree, becomeRegular, isComplete, liveAppointments, succeeded } from "./acts";
import { speakInstant } from "./calendar";
import { appointmentsOf } from "./replies";
import { type Scenario, StoryBroken } from "./scenario";

export const absagen: Scenario = {
  key: "absagen",
  title: "Termin absagen",
  story: "Jemand mit einem Termin sagt ihn ab.",
  async run(stage) {
    const person = stage.person();
    const before = await becomeRegular(stage, person);
    const talk = await stage.connect({ person });
    await talk.greet();
    await talk.caller(`Guten Tag, ${person.name}. Ich muss meinen Termin absagen, ich bin krank geworden.`);
    const appointment = appointmentsOf(await talk.tool("find_appointments"))[0];
    if (!appointment) throw new StoryBroken("find_appointments fand den Termin der Vorgeschichte nicht.");
    await talk.caller("Ja, genau den.");
    await agree(talk, appointment, "cancel");
    const cancelled = await talk.tool("cancel_appointment", {
      appointment_id: appointment.appointment_id,
      reason: "krank",
    });
    await talk.caller("Danke für Ihr Verständnis. Auf Wiederhören.");
    await talk.hangUp({ summary: "Hat einen Termin abgesagt.", successful: cancelled.success });

    stage.expectHeard("Die Absage wird am Telefon bestätigt", succeeded(cancelled));
    await stage.expectStored(`${speakInstant(before.start)} ist abgesagt`, async (product) => {
      const customer = await product.customer(person.phone);
      const left = await liveAppointments(product, person.phone);
      const isCancelled = customer?.appointments.some(({ status }) => status === "cancelled");
      return isCancelled && left.length === 0 ? true : `${left.length} Termine stehen noch`;
    });
    await stage.expectStored("Der Anruf steht vollständig da, Ergebnis „abgesagt“", (product) =>
      isComplete(product, talk.callId, "cancelled"),
    );
  },
};
