import { randomUUID } from "node:crypto";
import { type Column, eq } from "drizzle-orm";
import type { MySqlTable } from "drizzle-orm/mysql-core";
import * as schema from "@/server/db/schema";
import { recordEvent } from "@/server/domain/_core/record-event";
import { createApiKey } from "@/server/domain/api-keys/create-api-key";
import { createTenantApiKey } from "@/server/domain/api-keys/create-tenant-api-key";
import { bookAppointment } from "@/server/domain/appointments/book-appointment";
import { defaultAssistant } from "@/server/domain/assistant/defaults";
import { publishDraft } from "@/server/domain/assistant/publish-draft";
import { saveDraft } from "@/server/domain/assistant/save-draft";
import { findSlots } from "@/server/domain/availability/find-slots";
import { addClosure } from "@/server/domain/branches/add-closure";
import { createFeed } from "@/server/domain/calendar-feeds/create-feed";
import { addNote } from "@/server/domain/call-notes/add-note";
import { reportCall } from "@/server/domain/call-reports/report-call";
import { tagCall } from "@/server/domain/call-tags/tag-call";
import { requestCallback } from "@/server/domain/callbacks/request-callback";
import { createCustomer } from "@/server/domain/customers/create-customer";
import { mergeCustomers } from "@/server/domain/customers/merge-customers";
import { inviteMember } from "@/server/domain/invitations/invite-member";
import { makeOffers } from "@/server/domain/offers/make-offers";
import { createResource } from "@/server/domain/resources/create-resource";
import { addTimeOff } from "@/server/domain/staff/add-time-off";
import { testDatabase } from "./database";
import { createBusiness, uniquePhone } from "./factories";
import { createPerson, signedIn } from "./people";

const dayMs = 86_400_000;

/** Midday, so many days from now: open, in the future, and on the grid. */
const midday = (days: number) => new Date(Math.floor(Date.now() / dayMs + days) * dayMs + dayMs / 2);

export type World = Awaited<ReturnType<typeof createWorld>>;

/**
 * A business with one of everything. Every text in it carries `mark`, so that an answer to somebody else which holds
 * the mark, the tenant's id or a phone number of it is a leak, wherever it stands.
 */
export async function createWorld() {
  const mark = `Mark${randomUUID().replaceAll("-", "").slice(0, 16)}`;
  const { ctx, branchId, serviceId, staffIds, agentId, phoneNumber } = await createBusiness({ name: mark });
  const { db, tenant } = ctx;
  const own = { tenantId: tenant.id };
  const ofTenant = (column: Column) => eq(column, tenant.id);
  await db
    .update(schema.branches)
    .set({ name: mark, address: mark })
    .where(ofTenant(schema.branches.tenantId));
  await db
    .update(schema.staff)
    .set({ name: `Kim ${mark}` })
    .where(ofTenant(schema.staff.tenantId));
  await db
    .update(schema.services)
    .set({ name: `Massage ${mark}` })
    .where(ofTenant(schema.services.tenantId));

  await db.insert(schema.setups).values({ ...own, trade: "other", steps: {} });

  const callerNumber = uniquePhone();
  const contact = { name: `Kundin ${mark}`, phone: callerNumber, email: `${mark}@example.test`, notes: mark };
  const { id: customerId } = await createCustomer(ctx, contact);
  const { id: duplicateId } = await createCustomer(ctx, { name: `Kundin ${mark}` });
  const { id: absorbedId } = await createCustomer(ctx, { name: `Frau ${mark}` });
  const { mergeId } = await mergeCustomers(ctx, { keptId: duplicateId, absorbedId });
  const retellCallId = `call_${mark}`;
  const [call] = await db
    .insert(schema.calls)
    .values({
      ...own,
      customerId,
      agentId,
      branchId,
      callId: retellCallId,
      fromNumber: callerNumber,
      toNumber: phoneNumber,
      startTimestamp: new Date(),
      lastActivityAt: new Date(),
      transcript: mark,
      analysis: { summary: mark },
      status: "ongoing",
    })
    .$returningId();
  const callId = (call as { id: number }).id;
  await db.insert(schema.callUtterances).values({ ...own, callId, position: 0, role: "user", content: mark });
  await db.insert(schema.toolInvocations).values({
    ...own,
    callId,
    invocationKey: mark,
    name: "get_context",
    args: { mark },
    reply: { message: mark },
    status: "succeeded",
  });
  const { id: appointmentId } = await bookAppointment(ctx, {
    serviceId,
    branchId,
    staffId: staffIds[0],
    start: midday(2),
    customer: { customerId },
    notes: mark,
    callId,
    source: "dashboard",
  });
  // Failed to reach the outside calendar: shows up wherever somebody looks for trouble.
  await db
    .update(schema.appointments)
    .set({ syncState: "failed", syncError: mark })
    .where(eq(schema.appointments.id, appointmentId));
  // A Cal.com of its own, with a change that has been on its way there for long.
  await db
    .insert(schema.calcomConnections)
    .values({ ...own, baseUrl: "http://127.0.0.1:1", apiKeyEncrypted: "" });
  await db
    .insert(schema.calcomEventTypes)
    .values({ ...own, serviceId, calcomId: serviceId, title: mark, slug: mark, length: 30 });
  await db.insert(schema.appointments).values({
    ...own,
    attendeeName: mark,
    startTime: midday(5),
    endTime: midday(6),
    status: "pending",
    syncState: "pending",
    source: "phone",
    updatedAt: midday(-1),
  });
  const callback = await requestCallback(ctx, {
    callId,
    branchId,
    name: `Kundin ${mark}`,
    phone: callerNumber,
    reason: mark,
  });

  const slots = await findSlots(ctx, { serviceId, from: midday(3), to: midday(4), limit: 1 });
  const [offer] = await makeOffers(ctx, { callId, slots });

  const { id: resourceId } = await createResource(ctx, { name: mark, branchId });
  const day = midday(30).toISOString().slice(0, 10);
  const days = { fromDate: day, toDate: day, reason: mark };
  const { id: closureId } = await addClosure(ctx, { branchId, ...days });
  const staffId = staffIds[0] as number;
  const { id: timeOffId } = await addTimeOff(ctx, { staffId, ...days, times: null });

  const { id: memberId } = await createPerson(tenant.id, "staff");
  await db.update(schema.users).set({ name: mark }).where(eq(schema.users.id, memberId));
  const invited = { email: `invited-${mark}@example.test`, role: "staff" } as const;
  const { invitationId } = await inviteMember(ctx, invited);
  await db.update(schema.invitations).set({ email: mark }).where(eq(schema.invitations.id, invitationId));

  const text = { ...defaultAssistant("other", mark), draftId: null, revision: 0 };
  await publishDraft(ctx, { ...(await saveDraft(ctx, { ...text, basedOn: 0 })), replaces: 0 });
  const assistantDraft = await saveDraft(ctx, { ...text, basedOn: 1 });

  const [view] = await db
    .insert(schema.savedViews)
    .values({ ...own, userId: memberId, list: "calls", name: mark, query: "", shared: true })
    .$returningId();
  await createFeed(ctx, { staffId, names: "initials" });
  const { id: apiKeyId } = await createApiKey(ctx, { name: mark, scopes: ["calls:read"] });
  const key = await createTenantApiKey(ctx);
  const owner = await signedIn(await createPerson(tenant.id, "owner"));
  const viewer = await signedIn(await createPerson(tenant.id, "viewer"));
  const author = { ...ctx, actor: { type: "user", userId: owner.userId, role: "owner" } } as const;
  const { noteId } = await addNote(author, { callId, text: mark });
  const { tagId } = await tagCall(author, { callId, name: mark });
  await reportCall(author, { callId, kind: "misheard", text: mark });
  return {
    ctx,
    slug: tenant.slug,
    mark,
    key,
    owner,
    viewer,
    branchId,
    serviceId,
    staffId,
    resourceId,
    closureId,
    timeOffId,
    memberId,
    invitationId,
    apiKeyId,
    viewId: (view as { id: number }).id,
    assistantDraft,
    agentId,
    phoneNumber,
    callerNumber,
    customerId,
    duplicateId,
    mergeId,
    callId,
    retellCallId,
    noteId,
    tagId,
    appointmentId,
    callbackId: callback.id,
    /** A genuine offer, made in a call of this business. */
    offerCode: offer?.code,
    /** A time at which the business could be booked. */
    freeTime: midday(3),
  };
}

/** What of the business stands in an answer, beyond what the asker had said; empty if nothing does. */
export function tracesOf(world: World, answer: unknown, said?: unknown): string[] {
  const [text, known] = [JSON.stringify(answer) ?? "", JSON.stringify(said) ?? ""];
  const { mark, phoneNumber, callerNumber, ctx } = world;
  return [mark, ctx.tenant.id, phoneNumber, callerNumber].filter(
    (trace) => text.includes(trace) && !known.includes(trace),
  );
}

/** Every row of the business in every table: nothing a stranger does may change it. */
export async function everythingOf(world: World): Promise<string> {
  const rows = await Promise.all(
    Object.values(schema).flatMap((table) =>
      "tenantId" in table
        ? [
            testDatabase()
              .select()
              .from(table as MySqlTable)
              .where(eq(table.tenantId, world.ctx.tenant.id)),
          ]
        : [],
    ),
  );
  return JSON.stringify(rows);
}

/** Something happens in the business that whoever watches it should hear of. */
export async function stir({ ctx, callId }: World): Promise<void> {
  await ctx.db.transaction((tx) => recordEvent(ctx, tx, "call.progressed", callId, { callId }));
}
