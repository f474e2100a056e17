import type { ErrorView } from "@/contracts/errors";

const statuses: Record<ErrorView["kind"], number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  rate_limited: 429,
  unavailable: 503,
  internal: 500,
};

const sentences: Record<ErrorView["kind"], string> = {
  invalid: "The request does not match what this endpoint takes.",
  unauthenticated: "A valid API key is needed: Authorization: Bearer <key>, or X-API-Key: <key>.",
  forbidden: "This API key may not do that.",
  not_found: "There is no such record.",
  conflict: "The request conflicts with the current state.",
  rate_limited: "Too many requests. Try again after the time in Retry-After.",
  unavailable: "Temporarily unavailable. Try again after the time in Retry-After.",
  internal: "Something went wrong on our side. Mention the request id if you ask about it.",
};

const ownSentences: Record<string, string> = {
  invalid_json: "The body is not JSON.",
  body_too_large: "The body is larger than 1 MB.",
  "tenant.suspended":
    "The business of this API key is suspended. Nothing is lost; ask the platform to reactivate it.",
  "appointment.slot_taken": "This time is taken.",
  "appointment.closed": "The branch is closed at this time.",
  "appointment.holiday": "The branch is closed for a public holiday.",
  "appointment.staff_off": "Nobody who could do this works at this time.",
  "appointment.staff_not_qualified": "This person does not offer this service.",
  "appointment.past": "This time has passed.",
  "appointment.too_soon": "This time is too soon to be booked.",
  "appointment.too_far": "This time is too far ahead to be booked.",
  "appointment.start_not_aligned": "Appointments start on a multiple of five minutes.",
  "appointment.not_movable": "Only pending and scheduled appointments can be moved.",
  "appointment.not_cancellable": "This appointment has already taken place.",
  "appointment.not_started": "This appointment has not begun yet.",
  "appointment.request_cancelled": "The appointment of this Idempotency-Key was cancelled; use a new key.",
  "appointment.changed_meanwhile": "The appointment was changed meanwhile; read it again.",
  "call.exists": "There is already a call with this call_id.",
  "customer.email_taken": "Another customer has this e-mail address.",
  "customer.phone_taken": "Another customer has this phone number.",
};

interface ErrorBody {
  error: {
    code: string;
    message: string;
    fields?: Record<string, string>;
    details?: unknown;
    request_id?: string;
  };
}

/** The one place where a refusal becomes an HTTP status and the documented body. */
export function errorResponse(view: ErrorView, headers: Headers, status = statuses[view.kind]): Response {
  const { fields, ...details } = view.details;
  const body: ErrorBody = {
    error: {
      code: view.code,
      message: ownSentences[view.code] ?? sentences[view.kind],
      ...(fields ? { fields: fieldRecord(fields) } : {}),
      ...(Object.keys(details).length > 0 ? { details: snakeKeys(details) } : {}),
      ...(view.kind === "internal" ? { request_id: view.requestId } : {}),
    },
  };
  if (status === 503) headers.set("Retry-After", "5");
  if (status === 401) headers.set("WWW-Authenticate", "Bearer");
  return Response.json(body, { status, headers });
}

/** Verbs may name the fields alone; partners always get `{ field: complaint }`. */
function fieldRecord(fields: unknown): Record<string, string> {
  const pairs = Array.isArray(fields)
    ? fields.map((field) => [field, "invalid"])
    : Object.entries(fields as object);
  return Object.fromEntries(pairs.map(([field, complaint]) => [nameOf(String(field)), String(complaint)]));
}

function snakeKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeKeys);
  if (value === null || typeof value !== "object" || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [snake(key), snakeKeys(inner)]));
}

/** A complaint about the body as a whole has no path; verbs call `start` what partners know as `start_time`. */
const nameOf = (field: string) => ({ "": "body", start: "start_time" })[field] ?? snake(field);

const snake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
