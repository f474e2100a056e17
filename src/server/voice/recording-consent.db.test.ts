import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { calls, events } from "@/server/db/schema";
import { createBusiness, uniquePhone } from "@/test/factories";
import { messagesOf, phoneCall, post, processInbox } from "@/test/retell";
import { voiceCall } from "@/test/voice";

type Business = Awaited<ReturnType<typeof createBusiness>>;
type Call = ReturnType<typeof voiceCall>;

const question = "Guten Tag. Ohne Ihr Ja wird nichts aufgezeichnet. Darf ich das Gespräch aufzeichnen?";
const decide = (call: Call) => call.ask("note_recording_consent");

async function ring(recordingConsent: "ask" | "never" = "ask") {
  const business = await createBusiness({ recordingConsent });
  const call = voiceCall({ toNumber: business.phoneNumber, fromNumber: uniquePhone() });
  call.agent(question);
  return { business, call };
}

async function stored({ ctx }: Business, { callId }: Call) {
  const [row] = await ctx.db
    .select()
    .from(calls)
    .where(and(eq(calls.tenantId, ctx.tenant.id), eq(calls.callId, callId)));
  return row;
}

const decisionsOf = async ({ ctx }: Business) =>
  (
    await ctx.db
      .select({ data: events.data })
      .from(events)
      .where(and(eq(events.tenantId, ctx.tenant.id), eq(events.type, "call.recording_decided")))
      .orderBy(events.id)
  ).map(({ data }) => (data as { decision: string }).decision);

/** Retell reports the end of the call, with what was said and a link to its audio. */
async function hangUp(business: Business, call: Call) {
  const words = call.transcript.filter(({ role }) => role === "agent" || role === "user");
  const ended = phoneCall(business.phoneNumber, {
    call_id: call.callId,
    transcript_object: words as never,
    transcript_with_tool_calls: call.transcript as never,
  });
  await post(messagesOf(ended).ended);
  await post(messagesOf(ended).analyzed);
  await processInbox(business.ctx.tenant.id);
  return stored(business, call);
}

describe("a recording is kept", () => {
  test("after the caller's yes to the question, with the words and the second", async () => {
    const { business, call } = await ring();
    call.caller("Ja, gern.");
    expect(await decide(call)).toMatchObject({ success: true, data: { recorded: true } });
    expect(await stored(business, call)).toMatchObject({
      recordingDecision: "granted",
      recordingWords: "Ja, gern.",
      recordingDecidedMs: 3_000,
    });
    expect(await decisionsOf(business)).toEqual(["granted"]);
    expect((await hangUp(business, call))?.recordingUrl).toMatch(/^https/);
  });

  test.each([
    ["a no", ["C Nein, lieber nicht."]],
    ["a wish that begins with ja", ["C Ja, ich hätte gern einen Termin."]],
    ["an unfinished yes", ["C Ja, ich…"]],
    ["a condition", ["C Ja, aber nur heute."]],
    ["no answer at all", []],
    ["the agent's own yes", ["A Ja, gern, das dürfen Sie aufzeichnen."]],
    ["a yes to another question", ["A Sind Sie noch dran?", "C Ja."]],
  ])("not after %s", async (_what, lines) => {
    const { business, call } = await ring();
    for (const line of lines) (line.startsWith("A") ? call.agent : call.caller)(line.slice(2));
    expect((await decide(call)).data).toMatchObject({ recorded: false });
    expect((await stored(business, call))?.recordingDecision).not.toBe("granted");
    expect((await hangUp(business, call))?.recordingUrl).toBeNull();
  });

  test("not where the business records nobody, whatever was asked and answered", async () => {
    const { business, call } = await ring("never");
    call.caller("Ja, gern.");
    expect(await decide(call)).toMatchObject({ success: false, code: "recording.never_asked" });
    expect(await hangUp(business, call)).toMatchObject({
      recordingDecision: "not_asked",
      recordingUrl: null,
    });
    expect(await decisionsOf(business)).toEqual([]);
  });

  test("not without a transcript, and nothing the agent passes along replaces it", async () => {
    const { business, call } = await ring();
    call.caller("Ja, gern.");
    const args = { decision: "granted", utterance: "Ja, gern." };
    expect(await call.ask("note_recording_consent", args, { isSilent: true })).toMatchObject({
      success: false,
      code: "recording.not_asked",
    });
    expect((await stored(business, call))?.recordingDecision).toBe("not_asked");
  });
});

describe("a yes taken back", () => {
  test("ends the consent at once, also after a booking, and no link stays", async () => {
    const { business, call } = await ring();
    call.caller("Ja, gern.");
    await decide(call);
    const { data } = await call.ask("check_availability", { service: "Massage", date: "übermorgen" });
    const offer_id = data.offers?.[0]?.offer_id;
    await call.tool("book_appointment", { offer_id, customer_name: "Erika Beispiel" });
    call.caller("Bitte doch nicht aufnehmen.");
    expect(await decide(call)).toMatchObject({ data: { recorded: false } });
    expect(await stored(business, call)).toMatchObject({
      recordingDecision: "refused",
      recordingWords: "Bitte doch nicht aufnehmen.",
    });
    expect(await decisionsOf(business)).toEqual(["granted", "refused"]);
    expect((await hangUp(business, call))?.recordingUrl).toBeNull();
  });

  test("counts even if the agent passed nothing on", async () => {
    const { business, call } = await ring();
    call.caller("Ja, gern.");
    await decide(call);
    call.caller("Löschen Sie die Aufnahme bitte wieder.");
    expect(await hangUp(business, call)).toMatchObject({ recordingDecision: "refused", recordingUrl: null });
  });

  test("would leave the recording if only the first answer counted (control)", async () => {
    const { business, call } = await ring();
    call.caller("Ja, gern.");
    await decide(call);
    call.caller("Löschen Sie bitte den Termin am Montag.");
    expect((await hangUp(business, call))?.recordingUrl).toMatch(/^https/);
  });

  test("changes nothing when the same answer is noted twice", async () => {
    const { business, call } = await ring();
    call.caller("Ja, gern.");
    await decide(call);
    await decide(call);
    expect(await decisionsOf(business)).toEqual(["granted"]);
  });
});
