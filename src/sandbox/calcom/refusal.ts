import type { HttpReply, HttpRequest } from "../http/router";

/** An answer other than success, in the words Cal.com uses. `code` is the name of its exception class. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export const badRequest = (message: string) => new Refusal(400, "BadRequestException", message);
export const notFound = (message: string) => new Refusal(404, "NotFoundException", message);
export const unprocessable = (message: string) => new Refusal(422, "UnprocessableEntityException", message);
export const unauthorized = (message: string) => new Refusal(401, "UnauthorizedException", message);

export const eventTypeNotFound = (id: number) => notFound(`Event type with id ${id} not found.`);

export const slotTaken = (isTeam: boolean) =>
  badRequest(
    isTeam
      ? "One of the hosts either already has booking at this time or is not available"
      : "User either already has booking at this time or is not available",
  );

export const outsideWindow = () =>
  badRequest(
    "The event type can't be booked at the \"start\" time provided. This could be because it's too soon (violating the minimum booking notice) or too far in the future (outside the event's scheduling window).",
  );

export function refusalReply(refusal: Refusal, request: HttpRequest): HttpReply {
  return {
    status: refusal.status,
    body: {
      status: "error",
      timestamp: new Date().toISOString(),
      path: `/v2${request.path}`,
      error: { code: refusal.code, message: refusal.message },
    },
  };
}
