import { z } from "zod";
import { nestsDeeper } from "@/lib/json";
import { appointmentStatuses } from "./appointment-states";
import { customerInput, phone } from "./customers";
import { beyondReach, pageRequest, withinReach } from "./pages";

/** The REST API as partners see it: the documented column names, instants in ISO 8601 with an offset. */

const id = z.number().int().positive();
const instant = z.iso.datetime({ offset: true });
const moment = instant.transform((text) => new Date(text));
const json = z.record(z.string(), z.unknown());
const days = { from_date: z.iso.date().optional(), to_date: z.iso.date().optional() };
const inOrder = (query: { from_date?: string; to_date?: string }) =>
  !query.from_date || !query.to_date || query.from_date <= query.to_date;
const outOfOrder = { path: ["to_date"], error: "must not be before from_date" };

// What we answer

const customer = z.object({
  id,
  tenant_id: z.string(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  birthdate: z.string().nullable(),
  notes: z.string().nullable(),
  created_at: instant,
  updated_at: instant,
});

const appointment = z.object({
  id,
  tenant_id: z.string(),
  customer_id: id.nullable(),
  call_id: id.nullable(),
  staff_id: id.nullable(),
  service_id: id.nullable(),
  branch_id: id.nullable(),
  start_time: instant,
  end_time: instant,
  status: z.enum(appointmentStatuses),
  notes: z.string().nullable(),
  calcom_booking_id: z.string().nullable(),
  attendee_name: z.string().nullable(),
  price_cents: z.number().int(),
  source: z.string(),
  version: z.number().int(),
  cancelled_at: instant.nullable(),
  cancellation_reason: z.string().nullable(),
  created_at: instant,
  updated_at: instant,
});

const callSummary = z.object({
  id,
  tenant_id: z.string(),
  customer_id: id.nullable(),
  agent_id: id.nullable(),
  branch_id: id.nullable(),
  call_id: z.string(),
  conversation_id: z.string().nullable(),
  from_number: z.string().nullable(),
  to_number: z.string().nullable(),
  start_timestamp: instant,
  end_timestamp: instant.nullable(),
  duration_sec: z.number().int().nullable(),
  call_successful: z.boolean().nullable(),
  direction: z.string(),
  status: z.string(),
  outcome: z.string().nullable(),
  created_at: instant,
  updated_at: instant,
});

const call = callSummary.extend({
  transcript: z.string().nullable(),
  analysis: json.nullable(),
  disconnection_reason: z.string().nullable(),
  cost_usd_cents: z.number().nullable(),
  recording_url: z.string().nullable(),
  customer: customer.nullable(),
  appointments: z.array(appointment),
  utterances: z.array(
    z.object({
      position: z.number().int(),
      role: z.string(),
      content: z.string(),
      start_ms: z.number().int().nullable(),
      end_ms: z.number().int().nullable(),
    }),
  ),
  tool_invocations: z.array(
    z.object({
      id,
      name: z.string(),
      args: json,
      status: z.string(),
      error_code: z.string().nullable(),
      at_ms: z.number().int().nullable(),
      duration_ms: z.number().int().nullable(),
    }),
  ),
});

const meta = z.object({
  page: z.number().int(),
  per_page: z.number().int(),
  /** NULL: more than the deepest page shows. */
  total: z.number().int().nullable(),
  has_more: z.boolean(),
});

const one = <T extends z.ZodType>(item: T) => z.object({ data: item });
const many = <T extends z.ZodType>(item: T) => z.object({ data: z.array(item), meta });

export const restResponses = {
  call: one(call),
  calls: many(callSummary),
  appointment: one(appointment),
  appointments: many(appointment),
  customer: one(customer),
  customers: many(customer),
  customerDetails: one(customer.extend({ calls: z.array(callSummary), appointments: z.array(appointment) })),
};

// What we take

export const callsQuery = pageRequest
  .extend(days)
  .refine(withinReach, beyondReach)
  .refine(inOrder, outOfOrder);

export const appointmentsQuery = pageRequest
  .extend({
    ...days,
    status: z.enum(appointmentStatuses).optional(),
    staff_id: z.coerce.number().int().positive().optional(),
  })
  .refine(withinReach, beyondReach)
  .refine(inOrder, outOfOrder);

export const customersQuery = pageRequest
  .extend({ search: z.string().trim().max(255).optional() })
  .refine(withinReach, beyondReach);

/** An instant in ISO 8601, or Unix time in seconds like in the partner webhook; of this century. */
const callTime = z
  .union([moment, z.number().transform((seconds) => new Date(seconds * 1000))])
  .pipe(z.date().min(new Date("2000-01-01")).max(new Date("2100-01-01")));

export const callBody = z.object({
  call_id: z.string().min(1).max(255),
  conversation_id: z.string().max(255).nullish(),
  from_number: phone.nullish(),
  to_number: phone.nullish(),
  start_timestamp: callTime,
  end_timestamp: callTime.nullish(),
  call_successful: z.boolean().nullish(),
  transcript: z.string().max(65_535).nullish(),
  analysis: json.refine((value) => !nestsDeeper(value, 20), "nested too deep").nullish(),
});

export const appointmentBody = z
  .object({
    service_id: id,
    start_time: moment,
    staff_id: id.optional(),
    branch_id: id.optional(),
    customer_id: id.optional(),
    customer: customerInput
      .pick({ name: true })
      .extend({ phone: phone.optional(), email: z.email().max(255).optional() })
      .optional(),
    attendee_name: z.string().trim().min(1).max(255).optional(),
    notes: z.string().max(5000).optional(),
  })
  .refine((body) => (body.customer_id === undefined) !== (body.customer === undefined), {
    path: ["customer"],
    error: "give either customer_id or customer",
  });

export const appointmentChangeBody = z
  .object({
    start_time: moment.optional(),
    staff_id: id.optional(),
    notes: z.string().max(5000).nullable().optional(),
    status: z.enum(["completed", "cancelled", "no_show"]).optional(),
    version: id.optional(),
  })
  .refine((body) => Object.keys(body).some((key) => key !== "version"), {
    error: "name at least one of start_time, staff_id, notes, status",
  })
  .refine((body) => body.status === undefined || (!body.start_time && !body.staff_id), {
    path: ["status"],
    error: "cannot go with start_time or staff_id",
  });

export const customerBody = customerInput;
