import { and, desc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { calls, callTags, events, tags } from "@/server/db/schema";
import { as, createBusiness, platformContext } from "@/test/factories";
import { createPerson } from "@/test/people";
import { newCallId } from "@/test/retell";
import { listReports } from "../call-reports/queries";
import { reportCall } from "../call-reports/report-call";
import { settleReport } from "../call-reports/settle-report";
import { tagCall } from "../call-tags/tag-call";
import { untagCall } from "../call-tags/untag-call";
import { addNote } from "./add-note";
import { changeNote } from "./change-note";
import { removeNote } from "./remove-note";
import { viewNotes } from "./view-notes";

async function open() {
  const { ctx } = await createBusiness();
  const person = async (role: "staff" | "viewer") => {
    const { id } = await createPerson(ctx.tenant.id, role);
    return as(ctx, { type: "user", userId: id, role });
  };
  const addCall = async () => {
    const now = new Date();
    const values = { tenantId: ctx.tenant.id, callId: newCallId(), startTimestamp: now, lastActivityAt: now };
    const [row] = await ctx.db.insert(calls).values(values).$returningId();
    return (row as { id: number }).id;
  };
  return { ctx, person, addCall, ada: await person("staff"), callId: await addCall() };
}

describe("a note", () => {
  test("is read by colleagues, with author and time, and changed by nobody but its author", async () => {
    const { ctx, ada, person, callId } = await open();
    const ben = await person("staff");
    const { noteId } = await addNote(ada, { callId, text: "  Ruft morgen wieder an.  " });
    const [seen] = (await viewNotes(ben, callId)).notes;
    expect(seen).toMatchObject({ text: "Ruft morgen wieder an.", authorName: "Person staff", mine: false });
    expect((await viewNotes(ada, callId)).notes[0]?.mine).toBe(true);
    const notYours = { code: "call_note.not_yours", kind: "forbidden" };
    await expect(changeNote(ben, { noteId, text: "Neu" })).rejects.toMatchObject(notYours);
    await expect(removeNote(ben, { noteId })).rejects.toMatchObject(notYours);
    await changeNote(ada, { noteId, text: "Hat angerufen." });
    expect((await viewNotes(ben, callId)).notes[0]).toMatchObject({
      text: "Hat angerufen.",
      editedAt: expect.any(Date),
    });
    await removeNote(ada, { noteId });
    expect((await viewNotes(ben, callId)).notes).toEqual([]);
    const told = await ctx.db
      .select({ type: events.type, entityId: events.entityId })
      .from(events)
      .where(and(eq(events.tenantId, ctx.tenant.id), eq(events.entityType, "call")))
      .orderBy(desc(events.id))
      .limit(3);
    expect(told.map(({ type }) => type)).toEqual([
      "call.note_removed",
      "call.note_changed",
      "call.note_added",
    ]);
    expect(told.every(({ entityId }) => entityId === callId)).toBe(true);
  });

  test("of nothing, of a viewer, of a machine or on another business's call is refused", async () => {
    const [one, other] = [await open(), await open()];
    const { callId } = one;
    await expect(addNote(one.ada, { callId, text: "   " })).rejects.toThrow();
    await expect(addNote(await one.person("viewer"), { callId, text: "x" })).rejects.toMatchObject({
      code: "forbidden",
    });
    const machine = as(one.ctx, { type: "job", name: "test" });
    await expect(addNote(machine, { callId, text: "x" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(addNote(other.ada, { callId, text: "x" })).rejects.toMatchObject({ code: "call.not_found" });
    await expect(viewNotes(other.ada, callId)).rejects.toMatchObject({ code: "call.not_found" });
  });
});

describe("a tag", () => {
  test("is one word however it is typed, offered again, and forgotten with its last call", async () => {
    const { ctx, ada, addCall, callId } = await open();
    const second = await addCall();
    const { tagId } = await tagCall(ada, { callId, name: "  Neue   Kundin " });
    expect(await tagCall(ada, { callId, name: "neue kundin" })).toEqual({ tagId });
    await tagCall(ada, { callId: second, name: "NEUE KUNDIN" });
    expect(await viewNotes(ada, second)).toMatchObject({
      tags: [{ id: tagId, name: "Neue Kundin" }],
      knownTags: [{ id: tagId, name: "Neue Kundin" }],
    });
    await untagCall(ada, { callId, tagId });
    expect(await viewNotes(ada, callId)).toMatchObject({ tags: [], knownTags: [{ id: tagId }] });
    await untagCall(ada, { callId: second, tagId });
    expect((await viewNotes(ada, second)).knownTags).toEqual([]);
    await expect(untagCall(ada, { callId, tagId })).rejects.toMatchObject({ code: "tag.not_found" });
    expect(await ctx.db.select().from(callTags).where(eq(callTags.tenantId, ctx.tenant.id))).toEqual([]);
  });

  test("typed by ten people at once stands there once", async () => {
    const { ctx, ada, addCall } = await open();
    const ids = await Promise.all(Array.from({ length: 10 }, addCall));
    await Promise.all(ids.map((callId) => tagCall(ada, { callId, name: "Eilig" })));
    expect(await ctx.db.select().from(tags).where(eq(tags.tenantId, ctx.tenant.id))).toHaveLength(1);
    expect(await ctx.db.select().from(callTags).where(eq(callTags.tenantId, ctx.tenant.id))).toHaveLength(10);
  });

  test("is one of few, on a call and in a business, and of another business it is nothing", async () => {
    const { ada, addCall, callId } = await open();
    for (let n = 1; n <= 8; n++) await tagCall(ada, { callId, name: `Wort ${n}` });
    await expect(tagCall(ada, { callId, name: "Wort 9" })).rejects.toMatchObject({ code: "tag.enough" });
    for (let n = 9; n <= 50; n++) {
      const other = n % 8 === 1 ? await addCall() : undefined;
      await tagCall(ada, { callId: other ?? (await addCall()), name: `Wort ${n}` });
    }
    const last = await addCall();
    await expect(tagCall(ada, { callId: last, name: "Wort 51" })).rejects.toMatchObject({
      code: "tag.too_many",
    });
    const stranger = await open();
    const { tagId } = await tagCall(stranger.ada, { callId: stranger.callId, name: "Wort 1" });
    await expect(untagCall(ada, { callId, tagId })).rejects.toMatchObject({ code: "tag.not_found" });
  });
});

describe("a report", () => {
  test("reaches the platform with its call and request, and comes back with an answer", async () => {
    const { ctx, ada, callId } = await open();
    const { reportId } = await reportCall(ada, { callId, kind: "misheard", text: "Es ging um Dienstag." });
    const { id: adminId } = await createPerson(null, "platform_admin");
    const admin = platformContext({ type: "user", userId: adminId, role: "platform_admin" });
    const listed = (await listReports(admin)).find(({ id }) => id === reportId);
    expect(listed).toMatchObject({
      tenantSlug: ctx.tenant.slug,
      callId,
      kind: "misheard",
      requestId: ada.requestId,
      settledAt: null,
    });
    await settleReport(admin, { reportId, answer: "Wochentage werden jetzt zurückgelesen." });
    expect((await viewNotes(ada, callId)).reports[0]).toMatchObject({
      answer: "Wochentage werden jetzt zurückgelesen.",
      settledAt: expect.any(Date),
    });
  });

  test("is listed and settled by the platform only", async () => {
    const { ada, callId } = await open();
    const { reportId } = await reportCall(ada, { callId, kind: "technical", text: "Stille." });
    const owner = platformContext({ type: "user", userId: 1, role: "owner" });
    await expect(listReports(owner)).rejects.toMatchObject({ code: "forbidden" });
    await expect(settleReport(owner, { reportId })).rejects.toMatchObject({ code: "forbidden" });
    expect((await viewNotes(ada, callId)).reports[0]?.settledAt).toBeNull();
  });
});
