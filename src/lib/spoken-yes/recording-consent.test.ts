import { describe, expect, test } from "vitest";
import { findWithdrawal, judgeRecordingConsent, judgeYes, type Utterance } from ".";

const question = "Ohne Ihr Ja wird nichts aufgezeichnet. Darf ich das Gespräch aufzeichnen?";

/** "A: …" is the agent, "C: …" the caller. */
const talk = (...lines: string[]): Utterance[] =>
  lines.map((line, i) => ({
    speaker: line.startsWith("A") ? "agent" : "caller",
    text: line.slice(3),
    startMs: i * 3_000,
    endMs: i * 3_000 + 2_000,
  }));
const decide = (...lines: string[]) => judgeRecordingConsent(talk(...lines), "de").decision;

describe("a question about the recording", () => {
  test.each([
    question,
    "Guten Tag, Praxis Test. Sie sprechen mit einer künstlichen Intelligenz. Darf ich das Gespräch aufzeichnen?",
    "Dürfen wir dieses Gespräch aufnehmen?",
    "Sind Sie mit einer Aufzeichnung einverstanden?",
    "Wir würden das Gespräch gern mitschneiden. Ist das für Sie in Ordnung?",
    "Wäre eine Aufnahme des Gesprächs in Ordnung für Sie?",
  ])("counts: %s", (said) => {
    expect(decide(`A: ${said}`, "C: Ja, gern.")).toBe("granted");
  });

  test.each([
    ["another one", "Sind Sie noch dran?"],
    ["one behind it", `${question} Und was kann ich für Sie tun?`],
    ["an open one before it", `Was kann ich für Sie tun? ${question}`],
    ["taking down a wish", "Soll ich Ihren Terminwunsch aufnehmen?"],
    ["taking down a number", "Darf ich Ihre Nummer aufzeichnen?"],
    ["a new patient", "Soll ich Sie als Patientin aufnehmen?"],
    ["one whose yes means no", "Haben Sie etwas gegen eine Aufzeichnung?"],
    ["its opposite", "Soll ich das Gespräch nicht aufzeichnen?"],
    ["a choice", "Darf ich aufzeichnen oder lieber nicht aufzeichnen?"],
    ["an announcement", "Dieses Gespräch wird aufgezeichnet."],
    ["a read-back", "Dienstag, um 10 Uhr, Massage. Soll ich das so eintragen?"],
  ])("is not %s", (_what, said) => {
    expect(decide(`A: ${said}`, "C: Ja.")).toBe("not_asked");
  });
});

describe("the caller's answer", () => {
  test.each([
    "Ja.",
    "Ja, gern.",
    "Ja, bitte.",
    "Ja, kein Problem.",
    "Ja klar, das dürfen Sie gern.",
    "Ja, das dürfen Sie aufzeichnen.",
    "Ja, einverstanden.",
    "Das ist in Ordnung.",
    "Von mir aus.",
    "Ja. Ich hätte gern einen Termin morgen um zehn.",
    "Ja, gern. Am liebsten lieber nachmittags.",
  ])("grants: %s", (said) => {
    expect(judgeRecordingConsent(talk(`A: ${question}`, `C: ${said}`), "de")).toEqual({
      decision: "granted",
      utterance: said,
      atMs: 3_000,
    });
  });

  test.each([
    "Nein.",
    "Nein danke.",
    "Lieber nicht.",
    "Ja, aber nur heute.",
    "Ja. Aber nur, wenn Sie es danach löschen.",
    "Ja, ich hätte gern einen Termin.",
    "Ja, guten Tag, Müller hier.",
    "Ja, ich…",
    "Ähm, also",
    "Wie bitte?",
    "Muss das sein?",
    "Ja? Wofür denn?",
    "Ich brauche einen Termin.",
    "Ja. Nein, lieber doch nicht.",
    "Ja, ja, nehmen Sie bitte nichts auf.",
    "Vielleicht später.",
  ])("refuses: %s", (said) => {
    expect(decide(`A: ${question}`, `C: ${said}`)).toBe("refused");
  });

  test("is the caller's own, and not said while the question was still being asked", () => {
    expect(decide(`A: ${question}`, "A: Ja, gern.")).toBe("not_asked");
    const [asked, yes] = talk(`A: ${question}`, "C: Ja.") as [Utterance, Utterance];
    const early = { ...yes, startMs: 200, endMs: 500 };
    expect(judgeRecordingConsent([{ ...asked, endMs: 4_000 }, early], "de").decision).toBe("not_asked");
  });

  test("would be a yes to a grammar that hears only the word (control)", () => {
    expect(judgeYes("Ja, ich hätte gern einen Termin.", "de")).toBe("yes");
  });

  test("is heard in English", () => {
    const decisionOf = (said: string) =>
      judgeRecordingConsent(
        talk("A: Without your yes nothing is recorded. May I record this call?", `C: ${said}`),
        "en",
      ).decision;
    expect(decisionOf("Yes, please.")).toBe("granted");
    expect(decisionOf("Yes, you may record.")).toBe("granted");
    expect(decisionOf("No, please don't.")).toBe("refused");
    expect(decisionOf("Yes, I would like an appointment.")).toBe("refused");
  });
});

describe("a yes", () => {
  const granted = [`A: ${question}`, "C: Ja, gern.", "A: Was kann ich für Sie tun?"];

  test.each([
    "Bitte doch nicht aufnehmen.",
    "Ich möchte doch nicht, dass das aufgezeichnet wird.",
    "Stoppen Sie bitte die Aufnahme.",
    "Können Sie die Aufzeichnung löschen?",
    "Ich widerrufe meine Einwilligung.",
    "Zeichnen Sie das bitte nicht auf.",
  ])("is withdrawn whatever was asked: %s", (said) => {
    const conversation = talk(...granted, `C: ${said}`);
    expect(judgeRecordingConsent(conversation, "de")).toEqual({
      decision: "refused",
      utterance: said,
      atMs: 9_000,
    });
    expect(findWithdrawal(conversation, 3_000)).toMatchObject({ utterance: said });
  });

  test.each(["Nein, am Montag geht es nicht.", "Ja.", "Lieber um elf.", "Nein, danke. Tschüss."])(
    "stands after what is about something else: %s",
    (said) => {
      expect(decide(...granted, `C: ${said}`)).toBe("granted");
      expect(findWithdrawal(talk(...granted, `C: ${said}`), 3_000)).toBeUndefined();
    },
  );

  test("is given anew only to a new question", () => {
    const withdrawn = [...granted, "C: Bitte nicht aufzeichnen.", "A: In Ordnung. Wann möchten Sie kommen?"];
    expect(decide(...withdrawn, "C: Ja.")).toBe("refused");
    expect(decide(...withdrawn, "C: Ach, doch.", `A: ${question}`, "C: Ja, gern.")).toBe("granted");
  });
});
