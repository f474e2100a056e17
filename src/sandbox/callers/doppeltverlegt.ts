import {
  agree,
  becomeRegular,
  findOffer,
  hasOneAppointment,
  liveAppointments,
  moveArgs,
  succeeded,
} from "./acts";
import { speakInstant } from "./calendar";
import { appointmentsOf, type Reply } from "./replies";
import { type Scenario, StoryBroken } from "./scenario";
import type { Finding } from "./stage";

const sameAnswer = ({ outcome }: Reply): Finding => {
  const [lost, repeated] = outcome.attempts;
  return lost && repeated && lost.text === repeated.text ? true : `${lost?.text} ≠ ${repeated?.text}`;
};

export const doppeltverlegt: Scenario = {
  key: "doppeltverlegt",
  title: "Verlegt und abgesagt, je zweimal gefragt",
  story:
    "Die Antworten auf das Verschieben und das Absagen gehen verloren, Retell fragt noch einmal: es bleibt bei einem Mal.",
  async run(stage) {
    const person = stage.person();
    const before = await becomeRegular(stage, person);
    const talk = await stage.connect({ person });
    await talk.greet();
    await talk.caller(`Hallo, ${person.name}. Ich möchte meinen Termin verschieben.`);
    const appointment = appointmentsOf(await talk.tool("find_appointments"))[0];
    if (!appointment) throw new StoryBroken("find_appointments fand den Termin der Vorgeschichte nicht.");
    const offer = await findOffer(talk, stage, before.service);
    await agree(talk, offer, "move");
    const moved = await talk.tool("reschedule_appointment", moveArgs(appointment.appointment_id, offer), {
      answerLost: true,
    });
    stage.expectHeard("Die Verschiebung wird bestätigt", succeeded(moved));
    stage.expectHeard("Die Wiederholung bekommt dieselbe Antwort", sameAnswer(moved));
    await stage.expectStored(`Nur noch der neue Termin: ${speakInstant(offer.start)}`, (product) =>
      hasOneAppointment(product, person.phone, offer.start),
    );

    await talk.caller("Ach, es geht doch gar nicht. Sagen Sie ihn bitte ab.");
    await agree(talk, offer, "cancel");
    const args = { appointment_id: appointment.appointment_id };
    const cancelled = await talk.tool("cancel_appointment", args, { answerLost: true });
    await talk.hangUp({ summary: "Hat verschoben und dann abgesagt.", successful: cancelled.success });
    stage.expectHeard("Die Absage wird bestätigt", succeeded(cancelled));
    stage.expectHeard("Auch ihre Wiederholung bekommt dieselbe Antwort", sameAnswer(cancelled));
    await stage.expectStored("Kein Termin steht mehr, und es gab nur den einen", async (product) => {
      const customer = await product.customer(person.phone);
      const left = await liveAppointments(product, person.phone);
      const all = customer?.appointments.length ?? 0;
      return left.length === 0 && all === 1 ? true : `${left.length} stehen, ${all} im Ganzen`;
    });
  },
};
