import { expect, test } from "vitest";
import type { AppointmentAction, ChangeRefusal } from "@/contracts/change-refusals";
import { expectSpeakable } from "@/test/speakable";
import { isSameName } from "./caller-proof";
import { ruleSentences } from "./sentences/rules";

test.each([
  ["Meyer", "Sabine Maier", true],
  ["Sabine Meier", "Sabine Maier", true],
  ["Frau Mayr", "Maier", true],
  ["Mueller", "Jörg Müller", true],
  ["Müller", "Anna Müller-Lüdenscheidt", false],
  ["Lüdenscheidt", "Anna Müller-Lüdenscheidt", true],
  ["Anna Müller Lüdenscheid", "Anna Müller-Lüdenscheidt", true],
  ["Schmitt", "Christian Schmidt", true],
  ["Sabine", "Sabine Maier", false],
  ["Peter Maier", "Sabine Maier", false],
  ["Schulze", "Sabine Maier", false],
  ["Sabine Maier Schulze", "Sabine Maier", false],
  ["", "Sabine Maier", false],
  ["Maier", "", false],
])("%j for %j: %s", (said, known, same) => {
  expect(isSameName(said, known)).toBe(same);
});

const hour = 3_600_000;
const refusals: ChangeRefusal[] = [
  ...[0, 1, 24, 72].map((hoursBefore) => ({
    reason: "too_late" as const,
    hoursBefore,
    leftMs: 21.913095 * hour,
  })),
  { reason: "too_late", hoursBefore: 24, leftMs: -1 },
  { reason: "too_late", hoursBefore: 0, leftMs: -1 },
  ...[0, 1, 2, 9].map((limit) => ({ reason: "too_many_moves" as const, limit })),
  ...[0, 1, 2, 9].map((limit) => ({ reason: "too_many_cancellations" as const, limit })),
];

test("every refusal is a sentence that any voice can read, and ends with the way out", () => {
  for (const language of ["de", "en"] as const)
    for (const action of ["move", "cancel"] as AppointmentAction[])
      for (const refusal of refusals)
        for (const feeText of [null, "Wer später absagt, zahlt 30 Euro", "Das kostet 30 Euro."]) {
          const spoken = ruleSentences[language].refused(action, { ...refusal, feeText });
          expectSpeakable(spoken);
          expect(spoken).toMatch(
            /\. (?:Soll Sie jemand zurückrufen|Would you like someone to call you back)\?$/,
          );
        }
});

test("the rule, the time that is left, the fee and the way out, in human numbers", () => {
  const refusal = {
    reason: "too_late" as const,
    hoursBefore: 24,
    leftMs: 21.913095436111 * hour,
    feeText: "Bei späteren Absagen berechnen wir 30 Euro",
  };
  expect(ruleSentences.de.refused("cancel", refusal)).toBe(
    "Absagen geht am Telefon bis 24 Stunden vorher, und bis zu Ihrem Termin haben wir nur noch knapp 22 Stunden. " +
      "Bei späteren Absagen berechnen wir 30 Euro. Soll Sie jemand zurückrufen?",
  );
  expect(ruleSentences.en.refused("move", { ...refusal, feeText: null })).toBe(
    "Moving an appointment over the phone is possible up to 24 hours before, and we only have just under 22 hours left. " +
      "Would you like someone to call you back?",
  );
});

test("questions and notes for a proof are whole sentences", () => {
  for (const language of ["de", "en"] as const) {
    const { askProof, notFoundNoted } = ruleSentences[language];
    for (const proof of ["name", "birthdate"] as const) {
      expectSpeakable(askProof[proof]);
      expectSpeakable(notFoundNoted(proof, true));
      expectSpeakable(notFoundNoted(proof, false));
    }
  }
});
