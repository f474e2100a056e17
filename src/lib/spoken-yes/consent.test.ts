import { describe, expect, test } from "vitest";
import { type Asked, judgeConsent, type Utterance } from ".";

const clock = {
  now: new Date("2026-11-22T18:00:00+01:00"),
  timeZone: "Europe/Berlin",
  land: "BE",
  hours: { tue: ["08:00-18:00"], wed: ["08:00-18:00"] },
};
const asked: Asked = {
  action: "book",
  starts: [new Date("2026-11-24T14:30:00+01:00")],
  serviceNames: ["Krankengymnastik", "KG"],
  staffName: "Anna Weber",
  clock,
  language: "de",
};
const readBack =
  "Dienstag, der 24. November, um 14 Uhr 30, Krankengymnastik bei Anna Weber. Soll ich das so eintragen?";

/** "A: …" is the agent, "C: …" the caller. */
const talk = (...lines: string[]): Utterance[] =>
  lines.map((line) => ({ speaker: line.startsWith("A") ? "agent" : "caller", text: line.slice(3) }));
const decide = (lines: string[], what: Asked = asked) => judgeConsent(talk(...lines), what);

describe("a read-back", () => {
  test.each([
    readBack,
    "Ja, am Dienstag, dem 24. November, um 14 Uhr 30 ist ein Termin für Krankengymnastik bei Anna Weber frei. Soll ich ihn eintragen?",
    "Gern. Dann Krankengymnastik am Dienstag, den vierundzwanzigsten November, um halb drei. Passt das so?",
    "Für Krankengymnastik habe ich am Dienstag, dem 24. November, um 14 Uhr 30 etwas frei. Passt Ihnen das?",
    "Am Montag, dem 23. November, um 9 Uhr ist leider schon vergeben. Krankengymnastik wäre am Dienstag, dem 24. November, um 14 Uhr 30 frei. Passt Ihnen das?",
    "Eine KG am Dienstag, 24.11., um 14:30 Uhr, richtig?",
    "Ich trage Sie am Dienstag, dem 24. November, um 14 Uhr 30 für Krankengymnastik ein.",
  ])("counts: %s", (said) => {
    expect(decide([`A: ${said}`, "C: Ja, gerne."]).decision).toBe("agreed");
  });

  test.each([
    ["without a date", "Am Dienstag um 14 Uhr 30 Krankengymnastik, soll ich das eintragen?"],
    ["without a weekday", "Am 24. November um 14 Uhr 30 Krankengymnastik, soll ich das eintragen?"],
    ["without a time", "Am Dienstag, dem 24. November, Krankengymnastik, soll ich das eintragen?"],
    ["without the service", "Dienstag, der 24. November, um 14 Uhr 30. Soll ich das so eintragen?"],
    ["of another service", readBack.replace("Krankengymnastik", "Massage")],
    ["of another time", readBack.replace("14 Uhr 30", "15 Uhr 30")],
    ["of another day", readBack.replace("24.", "25.").replace("Dienstag", "Mittwoch")],
    ["of a weekday that contradicts the date", readBack.replace("Dienstag", "Mittwoch")],
    [
      "of two times",
      "Für Krankengymnastik habe ich am Dienstag, dem 24. November, um 14 Uhr 30, oder am Mittwoch, dem 25. November, um 9 Uhr etwas frei. Was passt Ihnen?",
    ],
    ["with another question behind it", `${readBack} Waren Sie schon einmal bei uns?`],
    ["that asks for the name", `${readBack.split("Soll")[0]} Auf welchen Namen darf ich das eintragen?`],
    ["that cancels", readBack.replace("das so eintragen", "den Termin absagen")],
    [
      "of a time that is gone",
      readBack
        .replace("Soll ich", "Das ist leider vergeben. Soll ich")
        .replace("das so eintragen", "Sie zurückrufen lassen"),
    ],
    ["that is none", "Sind Sie noch dran?"],
  ])("does not count %s", (_why, said) => {
    expect(decide([`A: ${said}`, "C: Ja."]).decision).not.toBe("agreed");
  });

  test("of today needs no more than today", () => {
    const today = { ...asked, starts: [new Date("2026-11-22T19:00:00+01:00")] };
    expect(decide(["A: Heute um 19 Uhr Krankengymnastik, passt das?", "C: Ja"], today).decision).toBe(
      "agreed",
    );
  });

  test("in English", () => {
    const english: Asked = { ...asked, language: "en", serviceNames: ["Massage"] };
    const said = "A: Massage with Anna Weber on Tuesday, November 24, at 2:30 pm. Shall I book that?";
    expect(decide([said, "C: Yes please"], english).decision).toBe("agreed");
    expect(decide([said, "C: Yes, Tuesday at 2:30 is fine"], english).decision).toBe("agreed");
    expect(decide([said, "C: Yes, on Wednesday"], english).decision).toBe("declined");
    expect(decide([said.replace("2:30", "3:30"), "C: Yes"], english).decision).toBe("missing");
    expect(decide([said.replace("Tuesday", "Friday"), "C: Yes"], english).decision).toBe("missing");
  });

  test.each([
    ["agreed", "at half past two"],
    ["agreed", "at two thirty in the afternoon"],
    ["agreed", "at two-thirty"],
    ["agreed", "at 2:30 in the afternoon"],
    ["missing", "at half past three"],
    ["missing", "at two thirty in the morning"],
    ["missing", "at a quarter to three"],
    ["missing", "at two"],
  ])("in English words: %s %s", (decision, time) => {
    const english: Asked = { ...asked, language: "en", serviceNames: ["Massage"] };
    const said = `A: That is a Massage on Tuesday, the 24th of November, ${time}. Shall I book it?`;
    expect(decide([said, "C: Yes please"], english).decision).toBe(decision);
  });
});

describe("the answer", () => {
  test.each([
    ["agreed", ["C: Ja, gerne."]],
    ["agreed", ["C: Ja, Dienstag um halb drei passt."]],
    ["agreed", ["C: Ja, bis Dienstag!"]],
    ["agreed", ["C: Ja, bei Frau Weber."]],
    ["agreed", ["C: Ja.", "A: Auf welchen Namen?", "C: Eva Freitag"]],
    ["agreed", ["C: Ja.", "A: Waren Sie schon bei uns?", "C: Nein."]],
    ["agreed", ["C: Ja.", "A: Ihr Geburtsdatum bitte?", "C: dritter Mai neunzehnhundertachtzig"]],
    ["agreed", ["C: Wie bitte?", `A: ${readBack}`, "C: Ja."]],
    ["agreed", ["C: Ja, Moment.", `A: ${readBack}`, "C: Ja, passt."]],
    ["agreed", ["C: Ja", "C: ich nehme den."]],
    ["agreed", ["A: Auf welchen Namen?", `A: ${readBack}`, "C: Ja."]],
    ["declined", ["C: Nein."]],
    ["declined", ["C: Ja, aber lieber später."]],
    ["declined", ["C: Ja", "C: aber lieber später."]],
    ["declined", ["C: Ja, um elf."]],
    ["declined", ["C: Ja, bei Frau Krause."]],
    ["declined", ["C: Ja.", "A: Einen Moment.", "C: Ach nein, doch lieber Mittwoch."]],
    ["declined", ["C: Ja.", "A: Ich trage Sie ein.", "C: Nein."]],
    ["declined", ["C: Ja.", "A: Auf welchen Namen?", "C: Ach, doch nicht."]],
    ["missing", []],
    ["missing", ["C: Ja, ich…"]],
    ["missing", ["C: Eva Paulsen"]],
    ["missing", ["A: Sind Sie noch da?", "C: Ja."]],
    ["missing", ["C: Was kostet das?"]],
    ["missing", ["C: Ja.", `A: ${readBack.replace("24.", "25.").replace("Dienstag", "Mittwoch")}`, "C: Ja."]],
  ])("%s: %j", (decision, lines) => {
    expect(decide([`A: ${readBack}`, ...lines]).decision).toBe(decision);
  });

  test("before the read-back, or without one, agrees to nothing", () => {
    expect(decide(["A: Möchten Sie einen Termin?", "C: Ja, gerne.", `A: ${readBack}`]).decision).toBe(
      "missing",
    );
    expect(decide(["C: Ja."]).decision).toBe("missing");
    expect(decide([]).decision).toBe("missing");
  });

  test("of the agent itself agrees to nothing", () => {
    expect(decide([`A: ${readBack}`, "A: Ja, gern, das passt."]).decision).toBe("missing");
  });

  test("while the agent is still reading only shows that somebody listens", () => {
    const [agent, caller] = talk(`A: ${readBack}`, "C: Ja.") as [Utterance, Utterance];
    const said = { ...agent, startMs: 10_000, endMs: 18_000 };
    const at = (startMs: number) => judgeConsent([said, { ...caller, startMs, endMs: startMs + 300 }], asked);
    expect(at(12_000).decision).toBe("missing");
    expect(at(17_500)).toEqual({ decision: "agreed", utterance: "Ja.", atMs: 17_500 });
  });

  test.each(["mhm", "Ja.", "okay"])(
    "is not the %s in the middle of it, which leaves it whole",
    (listening) => {
      const halves = [
        "A: Dienstag, der 24. November,",
        "A: um 14 Uhr 30, Krankengymnastik. Soll ich das so eintragen?",
      ];
      const said = halves.join(`|C: ${listening}|`).split("|");
      expect(decide(said).decision).toBe("missing");
      expect(decide([...said, "C: Ja, gern."]).decision).toBe("agreed");
      expect(decide([...said, "C: Nein."]).decision).toBe("declined");
    },
  );

  test("comes with the words and the second it rests on", () => {
    const conversation: Utterance[] = [
      ...talk(`A: ${readBack}`),
      { speaker: "caller", text: "Ja, passt.", startMs: 21_400, endMs: 22_000 },
      ...talk("A: Auf welchen Namen?", "C: Paulsen"),
    ];
    expect(judgeConsent(conversation, asked)).toEqual({
      decision: "agreed",
      utterance: "Ja, passt.",
      atMs: 21_400,
    });
  });
});

describe("moving, cancelling, a course", () => {
  const from = new Date("2026-11-23T09:00:00+01:00");
  const move: Asked = { ...asked, action: "move", from };

  test("a move may name where it comes from, and must name where it goes", () => {
    const said =
      "A: Dienstag, der 24. November, um 14 Uhr 30, Krankengymnastik bei Anna Weber. Soll ich Ihren Termin von Montag, dem 23. November, um 9 Uhr, so verschieben?";
    expect(decide([said, "C: Ja."], move).decision).toBe("agreed");
    expect(
      decide([said, "C: Ja."], { ...move, starts: [new Date("2026-11-25T14:30:00+01:00")] }).decision,
    ).toBe("missing");
    const old = "A: Montag, der 23. November, um 9 Uhr, Krankengymnastik. Soll ich den Termin verschieben?";
    expect(decide([old, "C: Ja."], move).decision).toBe("missing");
  });

  test("a yes to entering is none to cancelling", () => {
    const cancel: Asked = { ...asked, action: "cancel" };
    expect(decide([`A: ${readBack}`, "C: Ja."], cancel).decision).toBe("missing");
    const said = `A: ${readBack.replace("das so eintragen", "diesen Termin absagen")}`;
    expect(decide([said, "C: Ja, bitte."], cancel).decision).toBe("agreed");
    expect(decide([said, "C: Nein, nicht absagen."], cancel).decision).toBe("declined");
  });

  test("a course is agreed to as a whole: every one of its times has to be named", () => {
    const starts = ["2026-11-24T14:30:00+01:00", "2026-12-01T14:30:00+01:00", "2026-12-08T15:00:00+01:00"];
    const series = { ...asked, starts: starts.map((start) => new Date(start)) };
    const said =
      "A: 3 Termine Krankengymnastik bei Anna Weber: Dienstag, der 24. November, um 14 Uhr 30; Dienstag, der 1. Dezember, um 14 Uhr 30; Dienstag, der 8. Dezember, um 15 Uhr. Soll ich alle so eintragen?";
    expect(decide([said, "C: Ja, alle."], series).decision).toBe("agreed");
    expect(
      decide([said.replace(" Dienstag, der 1. Dezember, um 14 Uhr 30;", ""), "C: Ja."], series).decision,
    ).toBe("missing");
  });
});

test("after an hour of talk the last minutes count, and judging them keeps nobody waiting", () => {
  const lines = Array.from({ length: 300 }, (_, i) => [
    `A: ${i % 2 ? readBack : "Krankengymnastik machen wir montags und mittwochs ab neun. Passt Ihnen das?"}`,
    `C: ${i % 3 ? "Ja, und dann war da noch die Sache mit dem Knie, seit Dienstag um halb drei." : "Ja."}`,
  ]).flat();
  const timed = () => {
    const began = performance.now();
    expect(decide([...lines, `A: ${readBack}`, "C: Ja."]).decision).toBe("agreed");
    return performance.now() - began;
  };
  // A busy machine may stop us now and then, but not five times in a row.
  expect(Array.from({ length: 5 }).every(() => timed() >= 1_000)).toBe(false);
});
