import { agree, becomeRegular, findOffer, isComplete, liveAppointments, moveArgs, succeeded } from "./acts";
import { sameInstant, speakInstant } from "./calendar";
import { appointmentsOf } from "./replies";
import { type Scenario, StoryBroken } from "./scenario";

export const zweitermine: Scenario = {
  key: "zweitermine",
  title: "Welcher von beiden?",
  story: "Jemand mit zwei Terminen will verschieben: beide werden vorgelesen, nur der genannte wandert.",
  async run(stage) {
    const person = stage.person();
    await becomeRegular(stage, person);
    await becomeRegular(stage, person);
    const talk = await stage.connect({ person });
    await talk.greet();
    await talk.caller(`Guten Tag, ${person.name}, ich möchte meinen Termin verschieben.`);
    const found = appointmentsOf(await talk.tool("find_appointments"));
    const [stays, moves] = found;
    if (!stays || !moves) throw new StoryBroken(`Gefunden wurden ${found.length} statt zwei Termine.`);
    const offer = await findOffer(talk, stage, moves.service ?? "");
    const { appointment_id: _which, ...newTime } = moveArgs(moves.appointment_id, offer);
    const which = await talk.tool("reschedule_appointment", newTime);
    await talk.caller(`Den ${speakInstant(moves.start).replace(/^\S+, den /, "vom ")}.`);
    await agree(talk, { ...offer, service: moves.service }, "move");
    const moved = await talk.tool("reschedule_appointment", moveArgs(moves.appointment_id, offer));
    await talk.hangUp({ summary: "Hat einen von zwei Terminen verschoben.", successful: moved.success });

    const readOut = appointmentsOf(which).length === 2;
    stage.expectHeard(
      "Es wird gefragt, welcher gemeint ist",
      which.code === "appointment.several" && readOut ? true : `${which.code}: ${which.message}`,
    );
    stage.expectHeard("Die Verschiebung wird bestätigt", succeeded(moved));
    await stage.expectStored("Der eine ist verschoben, der andere steht, wo er stand", async (product) => {
      const rows = await liveAppointments(product, person.phone);
      const at = (id: string | number) => rows.find((row) => String(row.id) === String(id))?.start_time ?? "";
      const right =
        sameInstant(at(moves.appointment_id), offer.start) &&
        sameInstant(at(stays.appointment_id), stays.start);
      return right && rows.length === 2 ? true : rows.map(({ start_time }) => start_time).join(", ");
    });
    await stage.expectStored("Der Anruf steht vollständig da, Ergebnis „verschoben“", (product) =>
      isComplete(product, talk.callId, "moved"),
    );
  },
};
