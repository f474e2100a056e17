import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { de } from "@/messages/de";
import { en } from "@/messages/en";
import { type EventType, eventCatalogue } from "@/server/events/catalogue";
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
  details: {},
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
