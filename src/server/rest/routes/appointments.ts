import { createHash } from "node:crypto";
import { z } from "zod";
import { appointmentBody, appointmentChangeBody, appointmentsQuery, restResponses } from "@/contracts/rest";
import { toSnakeCase } from "@/lib/snake-case";
import { bookAppointment } from "@/server/domain/appointments/book-appointment";
import { cancelAppointment } from "@/server/domain/appointments/cancel-appointment";
import { editAppointment } from "@/server/domain/appointments/edit-appointment";
import { listAppointmentPage } from "@/server/domain/appointments/list-appointment-page";
import { listAnswer } from "../list-answer";
import { publicRoute } from "../public-route";

const entity = "appointment";

/** Prefixed, so that a partner's key never meets one of the phone's. */
const idempotency = z.object({
  "idempotency-key": z
    .string()
    .min(1)
    .max(150)
    .transform((key) => `rest:${key}`)
    .optional(),
});

export const listAppointmentsRoute = publicRoute({
  method: "GET",
  path: "/api/appointments",
  entity,
  scope: "appointments:read",
  query: appointmentsQuery,
  response: restResponses.appointments,
  async run(ctx, { query }) {
    const { from_date: fromDate, to_date: toDate, staff_id: staffId, status, ...page } = query;
    return listAnswer(await listAppointmentPage(ctx, { ...page, fromDate, toDate, staffId, status }), page);
  },
});

export const createAppointmentRoute = publicRoute({
  method: "POST",
  path: "/api/appointments",
  entity,
  scope: "appointments:write",
  body: appointmentBody,
  response: restResponses.appointment,
  status: 201,
  async run(ctx, { body, headers }) {
    const { customer_id: customerId, customer } = body;
    const row = await bookAppointment(ctx, {
      serviceId: body.service_id,
      start: body.start_time,
      staffId: body.staff_id,
      branchId: body.branch_id,
      customer: customer ?? { customerId: customerId as number },
      attendeeName: body.attendee_name,
      notes: body.notes,
      source: "rest",
      requestKey: idempotency.parse(Object.fromEntries(headers))["idempotency-key"],
      requestHash: createHash("sha256").update(JSON.stringify(body)).digest("hex"),
    });
    return { data: toSnakeCase(row) };
  },
});

export const changeAppointmentRoute = publicRoute({
  method: "PUT",
  path: "/api/appointments/{id}",
  entity,
  scope: "appointments:write",
  body: appointmentChangeBody,
  response: restResponses.appointment,
  async run(ctx, { id, body }) {
    const { start_time: start, staff_id: staffId, ...change } = body;
    return {
      data: toSnakeCase(await editAppointment(ctx, { appointmentId: id, start, staffId, ...change })),
    };
  },
});

export const cancelAppointmentRoute = publicRoute({
  method: "DELETE",
  path: "/api/appointments/{id}",
  entity,
  scope: "appointments:write",
  response: restResponses.appointment,
  run: async (ctx, { id }) => ({ data: toSnakeCase(await cancelAppointment(ctx, { appointmentId: id })) }),
});
