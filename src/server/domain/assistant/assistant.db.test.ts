import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { assistantContent } from "@/contracts/assistant";
import { callInbound } from "@/sandbox/retell/payloads";
import { assistantVersions, branches, events } from "@/server/db/schema";
import { as, createBusiness, createTenant } from "@/test/factories";
import { localDay } from "@/test/local-time";
import { post } from "@/test/retell";
import type { TenantContext } from "../_core/context";
import { defaultAssistant } from "./defaults";
import { discardDraft } from "./discard-draft";
import { getAssistant } from "./get-assistant";
import { getVersion } from "./get-version";
import { listVersions } from "./list-versions";
import { publishDraft } from "./publish-draft";
import { restoreVersion } from "./restore-version";
import { saveDraft } from "./save-draft";

const text = (values: Partial<z.input<typeof assistantContent>> = {}) => ({
  ...defaultAssistant("physiotherapy", "Praxis Test"),
  ...values,
});
const begin = { draftId: null, revision: 0, basedOn: 0 };
const conflict = { code: "assistant.changed_meanwhile", kind: "conflict" };

/** Saves and publishes a text, whatever was there before. */
async function publish(ctx: TenantContext, values: Partial<z.input<typeof assistantContent>>) {
  const { current, draft } = await getAssistant(ctx);
  const seen = draft ?? begin;
  const saved = await saveDraft(ctx, {
    draftId: seen.draftId,
    revision: seen.revision,
    basedOn: current.number,
    ...text(values),
  });
  return publishDraft(ctx, { ...saved, replaces: current.number });
}

/** What the agent is told when this number rings. */
async function ring(toNumber: string): Promise<Record<string, string>> {
  const answer = await post(callInbound({ from_number: "anonymous", to_number: toNumber }));
  return answer.body.call_inbound.dynamic_variables;
}

const rowsOf = (ctx: TenantContext) =>
  ctx.db.select().from(assistantVersions).where(eq(assistantVersions.tenantId, ctx.tenant.id));

describe("what callers hear", () => {
  test("changes with the very next call after publishing, and not by a draft", async () => {
    const { ctx, phoneNumber } = await createBusiness({ name: "Praxis Test" });
    expect((await ring(phoneNumber)).greeting).toMatch(/^Guten Tag, Praxis Test\. .*künstlichen Intelligenz/);
    const saved = await saveDraft(ctx, { ...begin, ...text({ greeting: "Servus" }) });
    expect((await ring(phoneNumber)).greeting).toMatch(/^Guten Tag, Praxis Test\./);
    await publishDraft(ctx, { ...saved, replaces: 0 });
    expect((await ring(phoneNumber)).greeting).toMatch(/^Servus\. .*künstlichen Intelligenz/);
  });

  test("has facts through their last day and never after it, questions and numbers", async () => {
    const { ctx, phoneNumber } = await createBusiness();
    await publish(ctx, {
      addressForm: "du",
      questions: ["birthdate"],
      ownQuestions: ["ob ein Hund mitkommt"],
      forwardingNumber: "030 23125099",
      facts: [
        { question: "Parken?", answer: "Im Hof.", validUntil: null },
        { question: "Umbau?", answer: "Bis heute.", validUntil: localDay(0) },
        { question: "Urlaub?", answer: "Vorbei.", validUntil: localDay(-1) },
      ],
    });
    const told = await ring(phoneNumber);
    expect(told.facts).toBe("Parken? – Im Hof.\nUmbau? – Bis heute.");
    expect(told).toMatchObject({
      address_form: "du",
      questions: "Geburtsdatum; ob ein Hund mitkommt",
      can_forward: "ja",
      forwarding_number: "+493023125099",
      can_forward_emergencies: "nein",
      emergency_number: "",
    });
    expect(told.greeting).toMatch(/Was kann ich für dich tun\?$/);
  });

  test("knows of an answer for one branch whether it is the called one, and gives none of a closed branch", async () => {
    const { ctx, phoneNumber, branchId } = await createBusiness();
    const north = { tenantId: ctx.tenant.id, name: "Nord", federalState: "BE" } as const;
    const [other] = await ctx.db.insert(branches).values(north).$returningId();
    const isOther = eq(branches.id, other?.id ?? 0);
    const facts = [
      { question: "Parken?", answer: "Im Hof.", validUntil: null, branchId },
      { question: "Parken?", answer: "Am Ring.", validUntil: null, branchId: other?.id },
      { question: "Karte?", answer: "Ja.", validUntil: null },
    ];
    await publish(ctx, { facts });
    expect((await ring(phoneNumber)).facts).toBe(
      [
        "Parken? (gilt nur hier, Filiale Mitte) – Im Hof.",
        "Parken? (gilt nicht hier, nur Filiale Nord) – Am Ring.",
        "Karte? – Ja.",
      ].join("\n"),
    );
    await ctx.db.update(branches).set({ active: false }).where(isOther);
    expect((await ring(phoneNumber)).facts).not.toContain("Am Ring.");
  });

  test("cannot be told of another business's branch", async () => {
    const [{ ctx }, stranger] = [await createBusiness(), await createBusiness()];
    const facts = [{ question: "Parken?", answer: "Ja.", validUntil: null, branchId: stranger.branchId }];
    await expect(saveDraft(ctx, { ...begin, ...text({ facts }) })).rejects.toMatchObject({
      code: "invalid",
      details: { fields: { "facts.0.branchId": "other" } },
    });
    expect(await rowsOf(ctx)).toEqual([]);
  });

  test("is read from versions older than answers for one branch", async () => {
    const { ctx, phoneNumber } = await createBusiness();
    await publish(ctx, {});
    const content = { ...text(), facts: [{ question: "Parken?", answer: "Ja.", validUntil: null }] };
    await ctx.db
      .update(assistantVersions)
      .set({ content })
      .where(eq(assistantVersions.tenantId, ctx.tenant.id));
    expect((await ring(phoneNumber)).facts).toBe("Parken? – Ja.");
    expect((await getAssistant(ctx)).current.content.facts[0]?.branchId).toBeNull();
  });

  test("asks for a recording only where the business wants that", async () => {
    const asking = await createBusiness({ recordingConsent: "ask" });
    expect((await ring(asking.phoneNumber)).greeting).toMatch(
      /künstlichen Intelligenz\. .*Darf ich .*aufzeichnen\?$/,
    );
    const silent = await createBusiness({ recordingConsent: "never" });
    expect((await ring(silent.phoneNumber)).greeting).not.toMatch(/aufzeichnen/);
  });

  test("survives a row that cannot be read: the call is greeted, with the disclosure", async () => {
    const { ctx, phoneNumber } = await createBusiness();
    await publish(ctx, { greeting: "Servus" });
    await ctx.db
      .update(assistantVersions)
      .set({ content: { greeting: 7 } })
      .where(eq(assistantVersions.tenantId, ctx.tenant.id));
    expect((await ring(phoneNumber)).greeting).toMatch(/künstlichen Intelligenz/);
  });
});

describe("the sentence that a machine speaks", () => {
  test.each([
    "",
    "   ",
    "Hallo",
    "Sie sprechen mit Ihrer Praxis.",
    "{{disclosure}} KI",
    "Sie sprechen mit einem Menschen, nicht mit einer KI.",
    "Hier spricht kein Roboter.",
    "This is not an automated machine.",
  ])("cannot be %j", async (disclosure) => {
    const ctx = await createTenant();
    await expect(saveDraft(ctx, { ...begin, ...text({ disclosure }) })).rejects.toThrow(/disclosure/);
    expect(await rowsOf(ctx)).toEqual([]);
  });

  test("may be worded in one's own way, and every business's first words hold it", () => {
    for (const disclosure of [
      "Hier spricht eine KI.",
      "I am an AI.",
      "Ich bin ein Computer, kein Mensch.",
      "Sie sprechen nicht mit einem Menschen, sondern mit einer KI.",
      "Hier ist kein Mensch, sondern eine künstliche Intelligenz.",
      "This is not a person but an AI.",
    ])
      expect(assistantContent.parse(text({ disclosure })).disclosure).toBe(disclosure);
    for (const kind of ["physiotherapy", "medical", "salon", "consultancy", "other"] as const)
      for (const language of ["de", "en"] as const)
        assistantContent.parse(defaultAssistant(kind, "{Praxis} <Müller>", language));
  });
});

describe("the question about the recording", () => {
  test.each([
    ["nothing", ""],
    ["an announcement", "Dieses Gespräch wird aufgezeichnet."],
    ["a notice behind it", "Darf ich das Gespräch aufzeichnen? Sie können jederzeit widersprechen."],
    ["two questions", "Wie geht es Ihnen? Darf ich das Gespräch aufzeichnen?"],
    ["another question", "Was kann ich für Sie tun?"],
    ["one whose yes means no", "Haben Sie etwas gegen eine Aufzeichnung?"],
    ["a choice", "Darf ich aufzeichnen oder lieber nicht aufzeichnen?"],
  ])("cannot be %s", async (_what, consent) => {
    const ctx = await createTenant();
    await expect(saveDraft(ctx, { ...begin, ...text({ consent }) })).rejects.toThrow(/consent/);
    expect(await rowsOf(ctx)).toEqual([]);
  });

  test.each([
    "Darf ich das Gespräch aufzeichnen?",
    "Sind Sie damit einverstanden, dass wir dieses Gespräch zur Qualitätssicherung aufzeichnen?",
    "Wir würden das Gespräch gern mitschneiden. Ist das für Sie in Ordnung?",
    "May I record this call?",
  ])("may be worded in one's own way: %s", async (consent) => {
    const ctx = await createTenant();
    await saveDraft(ctx, { ...begin, ...text({ consent }) });
    expect((await getAssistant(ctx)).draft?.content.consent).toBe(consent);
  });

  test.each([
    ["greeting", "Guten Tag, Praxis Test, was kann ich für Sie tun?"],
    ["disclosure", "Wussten Sie, dass hier eine KI spricht?"],
  ])("is the only one: the %s asks nothing", async (field, words) => {
    const ctx = await createTenant();
    await expect(saveDraft(ctx, { ...begin, ...text({ [field]: words }) })).rejects.toThrow(
      new RegExp(`${field}[^]*asks_first|asks_first[^]*${field}`),
    );
  });

  test("is asked of what is published, too, and of what is brought back; what callers hear stays", async () => {
    const { ctx, phoneNumber } = await createBusiness({ recordingConsent: "ask" });
    const keep = (number: number, consent: string) =>
      ctx.db
        .update(assistantVersions)
        .set({ content: text({ consent }) })
        .where(and(eq(assistantVersions.tenantId, ctx.tenant.id), eq(assistantVersions.number, number)));
    const refused = { code: "assistant.not_publishable", kind: "invalid" };
    await publish(ctx, { greeting: "Eins" });
    await publish(ctx, { greeting: "Zwei" });
    const saved = await saveDraft(ctx, { ...begin, basedOn: 2, ...text({ greeting: "Drei" }) });
    await keep(0, "Dieses Gespräch wird aufgezeichnet.");
    await keep(1, "Dieses Gespräch wird aufgezeichnet.");
    await expect(publishDraft(ctx, { ...saved, replaces: 2 })).rejects.toMatchObject(refused);
    await expect(restoreVersion(ctx, { number: 1 })).rejects.toMatchObject(refused);
    expect((await ring(phoneNumber)).greeting).toMatch(/^Zwei\..*aufzeichnen\?$/);
  });
});

describe("a draft", () => {
  test("is one: whoever saw an older state is refused, and nothing is lost", async () => {
    const ctx = await createTenant();
    const first = await saveDraft(ctx, { ...begin, ...text({ greeting: "Eins" }) });
    await expect(saveDraft(ctx, { ...begin, ...text({ greeting: "Zwei" }) })).rejects.toMatchObject(conflict);
    const second = await saveDraft(ctx, { ...first, basedOn: 0, ...text({ greeting: "Drei" }) });
    await expect(
      saveDraft(ctx, { ...first, basedOn: 0, ...text({ greeting: "Vier" }) }),
    ).rejects.toMatchObject(conflict);
    await expect(publishDraft(ctx, { ...first, replaces: 0 })).rejects.toMatchObject(conflict);
    await expect(discardDraft(ctx, first)).rejects.toMatchObject(conflict);
    expect((await getAssistant(ctx)).draft).toMatchObject({ ...second, content: { greeting: "Drei" } });
    await discardDraft(ctx, second);
    expect((await getAssistant(ctx)).draft).toBeNull();
  });

  test("is one even where eight begin it at once", async () => {
    const ctx = await createTenant();
    const attempts = Array.from({ length: 8 }, () => saveDraft(ctx, { ...begin, ...text() }));
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await rowsOf(ctx)).toHaveLength(1);
  });

  test("is not begun from a version that was replaced meanwhile", async () => {
    const ctx = await createTenant();
    await publish(ctx, { greeting: "Eins" });
    await expect(saveDraft(ctx, { ...begin, ...text() })).rejects.toMatchObject(conflict);
  });

  test("forwards to no number that the assistant itself answers", async () => {
    const { ctx, phoneNumber } = await createBusiness();
    await expect(
      saveDraft(ctx, { ...begin, ...text({ forwardingNumber: phoneNumber }) }),
    ).rejects.toMatchObject({ details: { fields: { forwardingNumber: "own_number" } } });
  });

  test("says which number is none, and keeps those it understands as E.164", async () => {
    const ctx = await createTenant();
    await expect(
      saveDraft(ctx, { ...begin, ...text({ forwardingNumber: "gar keine" }) }),
    ).rejects.toMatchObject({ code: "invalid", details: { fields: { forwardingNumber: "phone" } } });
    await saveDraft(ctx, { ...begin, ...text({ emergencyNumber: "0176 12345678" }) });
    expect((await getAssistant(ctx)).draft?.content.emergencyNumber).toBe("+4917612345678");
  });
});

describe("publishing", () => {
  test("happens once, however often it is said", async () => {
    const ctx = await createTenant();
    const saved = await saveDraft(ctx, { ...begin, ...text() });
    const request = { ...saved, replaces: 0 };
    const answers = await Promise.all(Array.from({ length: 5 }, () => publishDraft(ctx, request)));
    expect(answers).toEqual(Array(5).fill({ number: 1 }));
    expect(await publishDraft(ctx, request)).toEqual({ number: 1 });
    const published = await ctx.db
      .select()
      .from(events)
      .where(and(eq(events.tenantId, ctx.tenant.id), eq(events.type, "assistant.published")));
    expect(published).toHaveLength(1);
  });

  test("is refused where another version came into force since the comparison", async () => {
    const ctx = await createTenant();
    await publish(ctx, { greeting: "Eins" });
    await publish(ctx, { greeting: "Zwei" });
    const saved = await saveDraft(ctx, { ...begin, basedOn: 2, ...text({ greeting: "Drei" }) });
    await restoreVersion(ctx, { number: 1 });
    await expect(publishDraft(ctx, { ...saved, replaces: 2 })).rejects.toMatchObject(conflict);
    expect(await publishDraft(ctx, { ...saved, replaces: 3 })).toEqual({ number: 4 });
  });
});

describe("the history", () => {
  test("keeps every version; the way back is a new one, and undone by another", async () => {
    const { ctx, phoneNumber } = await createBusiness();
    await publish(ctx, { greeting: "Eins" });
    await publish(ctx, { greeting: "Zwei" });
    expect(await restoreVersion(ctx, { number: 1 })).toEqual({ number: 3, replaced: 2 });
    expect((await ring(phoneNumber)).greeting).toMatch(/^Eins/);
    expect(await restoreVersion(ctx, { number: 2 })).toEqual({ number: 4, replaced: 3 });
    expect((await ring(phoneNumber)).greeting).toMatch(/^Zwei/);
    expect(await restoreVersion(ctx, { number: 4 })).toEqual({ number: 4, replaced: 4 });
    expect((await listVersions(ctx)).map(({ number, restoredFrom }) => [number, restoredFrom])).toEqual([
      [4, 2],
      [3, 1],
      [2, null],
      [1, null],
    ]);
    expect(await getVersion(ctx, { number: 2 })).toMatchObject({
      content: { greeting: "Zwei" },
      before: { number: 1, content: { greeting: "Eins" } },
    });
    await expect(getVersion(ctx, { number: 9 })).rejects.toMatchObject({ code: "assistant.not_found" });
    await expect(restoreVersion(ctx, { number: 9 })).rejects.toMatchObject({ code: "assistant.not_found" });
  });
});

test("staff read, and change nothing", async () => {
  const ctx = await createTenant();
  await publish(ctx, {});
  const staff = as(ctx, { type: "user", userId: 1, role: "staff" });
  expect((await getAssistant(staff)).current.number).toBe(1);
  const forbidden = { code: "forbidden" };
  await expect(saveDraft(staff, { ...begin, basedOn: 1, ...text() })).rejects.toMatchObject(forbidden);
  await expect(publishDraft(staff, { draftId: 1, revision: 1, replaces: 1 })).rejects.toMatchObject(
    forbidden,
  );
  await expect(restoreVersion(staff, { number: 1 })).rejects.toMatchObject(forbidden);
  await expect(discardDraft(staff, { draftId: 1, revision: 1 })).rejects.toMatchObject(forbidden);
});
