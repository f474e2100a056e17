import { z } from "zod";

const id = z.number().int();

/**
 * Every fact the product records, past tense, with ids and small values only: no transcripts, no names.
 * The row is audit trail, timeline and outbox at once, so a type is never renamed after it landed.
 */
export const eventCatalogue = {
  "webhook.received": z.object({
    inboxId: id,
    provider: z.enum(["retell", "calcom"]),
    eventType: z.string(),
  }),
  "call.started": z.object({ callId: id }),
  "call.progressed": z.object({ callId: id }),
  "call.ended": z.object({ callId: id }),
  "call.processed": z.object({ callId: id, outcome: z.string() }),
  "call.refreshed": z.object({ callId: id, reason: z.string() }),
  "call.recording_decided": z.object({ callId: id, decision: z.string() }),
  "tool.invoked": z.object({ callId: id, invocationId: id, name: z.string(), status: z.string() }),
  "appointment.requested": z.object({ appointmentId: id }),
  "appointment.booked": z.object({ appointmentId: id }),
  "appointment.moved": z.object({
    appointmentId: id,
    fromStart: z.string(),
    toStart: z.string(),
    fromStaffId: id.nullable().optional(),
    toStaffId: id.nullable().optional(),
    /** Why a person of the business let it happen although a rule forbids it. */
    overrideReason: z.string().optional(),
  }),
  "appointment.changed": z.object({ appointmentId: id, fields: z.array(z.string()) }),
  "appointment.cancelled": z.object({
    appointmentId: id,
    reason: z.string().nullable(),
    overrideReason: z.string().optional(),
  }),
  "appointment.completed": z.object({ appointmentId: id }),
  "appointment.no_show": z.object({ appointmentId: id }),
  "appointment.sync_requested": z.object({ appointmentId: id, action: z.enum(["create", "move", "cancel"]) }),
  "appointment.sync_failed": z.object({ appointmentId: id, reason: z.string() }),
  "appointment.sync_resolved": z.object({
    appointmentId: id,
    way: z.enum(["kept_ours", "took_theirs", "cancelled_both"]),
  }),
  "customer.created": z.object({ customerId: id }),
  "customer.changed": z.object({ customerId: id, fields: z.array(z.string()) }),
  "customer.merged": z.object({ customerId: id, absorbedId: id, mergeId: id }),
  "customer.unmerged": z.object({ customerId: id, absorbedId: id, mergeId: id }),
  "customer.imported": z.object({ created: z.array(id), filled: z.array(id) }),
  "customer.exported": z.object({ rows: id }),
  "callback.requested": z.object({ callbackId: id }),
  "callback.claimed": z.object({ callbackId: id }),
  "callback.released": z.object({ callbackId: id }),
  "callback.postponed": z.object({ callbackId: id, attempts: id }),
  "callback.changed": z.object({ callbackId: id, fields: z.array(z.string()) }),
  "callback.completed": z.object({ callbackId: id, outcome: z.string().optional() }),
  "callback.reopened": z.object({ callbackId: id }),
  "staff.created": z.object({}),
  "staff.changed": z.object({ fields: z.array(z.string()) }),
  "service.created": z.object({}),
  "service.changed": z.object({ fields: z.array(z.string()) }),
  "branch.created": z.object({}),
  "branch.changed": z.object({ fields: z.array(z.string()) }),
  "resource.created": z.object({}),
  "resource.changed": z.object({ fields: z.array(z.string()) }),
  "calcom.connected": z.object({ baseUrl: z.string() }),
  "calcom.activated": z.object({}),
  "calcom.event_types_imported": z.object({ count: id }),
  "calcom.conflict_found": z.object({ appointmentId: id }),
  "calcom.double_cancelled": z.object({ appointmentId: id }),
  "booking_rule.changed": z.object({ scope: z.string(), fields: z.array(z.string()) }),
  "tenant.settings_changed": z.object({ fields: z.array(z.string()) }),
  "phone_number.assigned": z.object({ phoneNumberId: id, phoneNumber: z.string() }),
  "user.created": z.object({ userId: id, role: z.string() }),
  "user.changed": z.object({ userId: id, fields: z.array(z.string()) }),
  "user.signed_in": z.object({ userId: id }),
  "user.sessions_revoked": z.object({ userId: id, reason: z.string() }),
  "tenant.entered": z.object({ userId: id }),
  "api_key.created": z.object({ apiKeyId: id.nullable() }),
  "api_key.revoked": z.object({ apiKeyId: id }),
  "job.retried": z.object({ runId: z.string() }),
} as const satisfies Record<string, z.ZodObject>;

export type EventType = keyof typeof eventCatalogue;
export type EventData<T extends EventType> = z.infer<(typeof eventCatalogue)[T]>;
