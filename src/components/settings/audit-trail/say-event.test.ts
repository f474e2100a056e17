import { createFormatter, createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { de } from "@/messages/de";
import { en } from "@/messages/en";
import { type EventType, eventCatalogue } from "@/server/events/catalogue";
import { sayChangesInLine } from "./say-changes";
import { sayDetail, sayEvent, type TrailRow } from "./say-event";
import { trailKinds } from "./trail-kinds";

const types = Object.keys(eventCatalogue) as EventType[];
const sayTime = (instant: Date) => instant.toISOString();

const rowOf = (type: EventType, values: Partial<TrailRow> = {}): TrailRow => ({
  id: 1,
  type,
  entityType: type.slice(0, type.indexOf(".")),
  entityId: 7,
  at: new Date(0),
  actor: { kind: "job" },
  subject: null,
  of: null,
  details: {},
  fields: [],
  changes: [],
  callId: null,
  requestId: null,
  from: null,
  ...values,
});

test.each([
  ["de", de],
  ["en-GB", en],
] as const)("every event of the catalogue has its sentence and its kind, in %s", (locale, messages) => {
  const missing: string[] = [];
  const t = createTranslator({
    locale,
    messages,
    namespace: "auditTrail",
    onError: (error) => missing.push(error.message),
  });
  for (const type of types) expect(sayEvent(t, rowOf(type), sayTime)).not.toContain("auditTrail.");
  expect(missing).toEqual([]);
  const kinds = new Set(types.map((type) => type.slice(0, type.indexOf("."))));
  expect([...kinds].sort()).toEqual([...trailKinds].sort());
});

test("a moved appointment says from when to when, a suspended business why", () => {
  const t = createTranslator({ locale: "de", messages: de, namespace: "auditTrail" });
  const details = { fromStart: "2026-11-24T09:00:00.000Z", toStart: "2026-11-25T09:00:00.000Z" };
  expect(sayDetail(t, rowOf("appointment.moved", { details }), sayTime)).toBe(
    "von 2026-11-24T09:00:00.000Z auf 2026-11-25T09:00:00.000Z",
  );
  const suspended = rowOf("tenant.suspended", { details: { reason: "Rechnung offen" } });
  expect(sayDetail(t, suspended, sayTime)).toBe("Grund: Rechnung offen");
});

test("what a week, a price and a role were and are is said in words; of people only which field", () => {
  const t = createTranslator({ locale: "de", messages: de, namespace: "auditTrail" });
  const row = rowOf("staff.changed", {
    fields: ["workingHours", "priceCents", "role", "bufferAfterMinutes", "phone", "neverHeardOf"],
    changes: [
      { field: "workingHours", from: "1 480-840;2 480-840;3 480-840", to: "1 480-720;1 780-1080" },
      { field: "priceCents", from: 3900, to: 4250 },
      { field: "role", from: "staff", to: "owner" },
      { field: "bufferAfterMinutes", from: 0, to: 10 },
    ],
  });
  expect(sayChangesInLine(t, createFormatter({ locale: "de" }), row).replaceAll("\u00a0", " ")).toBe(
    [
      "Arbeitszeiten: Mo–Mi 08:00–14:00 → Mo 08:00–12:00, 13:00–18:00",
      "Preis: 39,00 € → 42,50 €",
      "Rolle: Empfang → Inhaber",
      "Zeit danach: 0 Min. → 10 Min.",
      "Telefon",
      "Weitere Angabe",
    ].join(" · "),
  );
});

test.each([
  [
    "specialHours",
    "2026-12-24",
    "2026-12-24 480-720,780-1440",
    "Einzelne Tage mit anderen Zeiten: 24.12.2026 wie sonst → 24.12.2026, 08:00–12:00, 13:00–00:00",
  ],
  ["closures", null, "2026-12-24/2026-12-31", "Schließtage: keine → 24.12.2026–31.12.2026"],
  ["timeOff", "2026-12-24/2026-12-24", null, "Abwesenheit: 24.12.2026 → keine"],
  ["timeOff", null, "2026-12-24 840/2026-12-24 960", "Abwesenheit: keine → 24.12.2026, 14:00–16:00"],
  [
    "timeOff",
    null,
    "2026-12-24 840/2026-12-28 0",
    "Abwesenheit: keine → 24.12.2026, 14:00–28.12.2026, 00:00",
  ],
])("single days that were entered or taken back are said as days: %s, %s → %s", (field, from, to, said) => {
  const t = createTranslator({ locale: "de", messages: de, namespace: "auditTrail" });
  const row = rowOf("branch.changed", { fields: [field], changes: [{ field, from, to }] });
  expect(sayChangesInLine(t, createFormatter({ locale: "de" }), row)).toBe(said);
});
