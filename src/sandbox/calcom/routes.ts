import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type HttpReply, type HttpRequest, Router } from "../http/router";
import type { CalcomAccount } from "./account";
import type { Bookings } from "./bookings";
import { listBookings } from "./list-bookings";
import { RateLimit } from "./rate-limit";
import { badRequest, notFound, Refusal, refusalReply, unauthorized } from "./refusal";
import { success } from "./reply";
import { addSlotRoutes } from "./slot-routes";
import { bookingView, eventTypeView } from "./views";

/** `cal-api-version` belongs to the endpoint; Cal.com answers a missing one in its oldest shape without a word. */
const BOOKING_VERSIONS = ["2024-08-13", "2026-02-25"];
const versions = [
  { prefix: "/slots", accepted: ["2024-09-04"] },
  { prefix: "/bookings", accepted: BOOKING_VERSIONS },
  { prefix: "/event-types", accepted: ["2024-06-14"] },
];

/** Endpoints that answer anybody. */
const isPublic = ({ method, path }: HttpRequest) =>
  path.startsWith("/slots") ||
  (method === "POST" && /^\/bookings(\/[^/]+\/(reschedule|cancel))?\/?$/.test(path)) ||
  (method === "GET" && /^\/bookings\/[^/]+\/?$/.test(path));

const webhookInput = z.object({
  subscriberUrl: z.url(),
  triggers: z.array(z.string()).min(1),
  active: z.boolean().default(true),
  secret: z.string().optional(),
});

function addBookingRoutes(router: Router, account: CalcomAccount, bookings: Bookings) {
  const view = (booking: ReturnType<Bookings["get"]>, status = 200) =>
    success(bookingView(account, booking), status);
  const uid = ({ params }: HttpRequest) => params.uid ?? "";
  router
    .on("POST", "/bookings", ({ body }) => view(bookings.create(body), 201))
    .on("GET", "/bookings", ({ query }) => {
      const { page, pagination } = listBookings(account, query);
      return success(
        page.map((booking) => bookingView(account, booking)),
        200,
        pagination,
      );
    })
    .on("GET", "/bookings/:uid", (request) => view(bookings.get(uid(request))))
    .on("POST", "/bookings/:uid/reschedule", (request) =>
      view(bookings.reschedule(uid(request), request.body), 201),
    )
    .on("POST", "/bookings/:uid/cancel", (request) => view(bookings.cancel(uid(request), request.body)))
    .on("POST", "/bookings/:uid/confirm", (request) => view(bookings.confirm(uid(request))))
    .on("POST", "/bookings/:uid/decline", (request) => view(bookings.decline(uid(request), request.body)))
    .on("POST", "/bookings/:uid/mark-absent", (request) =>
      view(bookings.markAbsent(uid(request), request.body)),
    );
}

function addCatalogRoutes(router: Router, account: CalcomAccount) {
  const view = (types: typeof account.fixtures.eventTypes) =>
    success(types.map((type) => eventTypeView(account, type)));
  router
    .on("GET", "/me", () => {
      const [owner] = account.fixtures.hosts;
      return success({
        id: owner?.id,
        username: owner?.username,
        email: owner?.email,
        name: owner?.name,
        timeFormat: 24,
        defaultScheduleId: 1,
        weekStart: "Monday",
        timeZone: account.fixtures.timeZone,
        locale: "de",
        organizationId: null,
      });
    })
    .on("GET", "/event-types", ({ query }) => {
      const username = query.get("username");
      return view(
        account.fixtures.eventTypes.filter(
          ({ teamId, hostIds }) =>
            teamId === undefined &&
            (username === null || hostIds.some((id) => account.host(id)?.username === username)),
        ),
      );
    })
    .on("GET", "/event-types/:id", ({ params }) => {
      const eventType = account.eventType(Number(params.id));
      if (!eventType) throw notFound(`Event type with id ${params.id} not found.`);
      return success(eventTypeView(account, eventType));
    })
    .on("GET", "/teams", () => success(account.fixtures.team ? [account.fixtures.team] : []))
    .on("GET", "/teams/:id/event-types", ({ params }) => {
      if (account.fixtures.team?.id !== Number(params.id))
        throw notFound(`Team with id ${params.id} not found.`);
      return view(account.fixtures.eventTypes.filter(({ teamId }) => teamId === Number(params.id)));
    });
}

function addWebhookRoutes(router: Router, account: CalcomAccount) {
  const view = (id: string) => {
    const webhook = account.webhooks.get(id);
    if (!webhook) throw notFound(`Webhook with id ${id} not found`);
    return { ...webhook, payloadTemplate: null, version: "2021-10-20" };
  };
  router
    .on("GET", "/webhooks", () => success(account.webhooks.values().map(({ id }) => view(id))))
    .on("GET", "/webhooks/:id", ({ params }) => success(view(params.id ?? "")))
    .on("POST", "/webhooks", ({ body }) => {
      const input = webhookInput.safeParse(body);
      if (!input.success) throw badRequest(z.prettifyError(input.error));
      const id = randomUUID();
      account.webhooks.set(id, { id, ...input.data });
      return success(view(id), 201);
    })
    .on("PATCH", "/webhooks/:id", ({ params, body }) => {
      const input = webhookInput.partial().safeParse(body);
      if (!input.success) throw badRequest(z.prettifyError(input.error));
      const { payloadTemplate: _template, version: _version, ...webhook } = view(params.id ?? "");
      account.webhooks.set(webhook.id, { ...webhook, ...input.data });
      return success(view(webhook.id));
    })
    .on("DELETE", "/webhooks/:id", ({ params }) => {
      const webhook = view(params.id ?? "");
      account.webhooks.delete(webhook.id);
      return success(webhook);
    });
}

/** What Cal.com does with a request in a version that is not this endpoint's: another shape, never a hint. */
function refuseVersion(request: HttpRequest): HttpReply | undefined {
  const rule = versions.find(({ prefix }) => request.path.startsWith(prefix));
  const given = String(request.headers["cal-api-version"] ?? "");
  if (!rule || rule.accepted.includes(given)) return undefined;
  if (rule.prefix === "/slots") throw notFound(`Cannot ${request.method} /v2${request.path}`);
  if (rule.prefix === "/event-types") return success({ eventTypeGroups: [], profiles: [] });
  if (request.method === "GET") return success({ bookings: [], recurringInfo: [], nextCursor: null });
  throw badRequest("responses must be an object, timeZone must be a string, language must be a string");
}

/** Cal.com's API v2 as far as the product needs it, with its own refusals and limits. */
export function createCalcomApi(account: CalcomAccount, bookings: Bookings) {
  const router = new Router();
  addBookingRoutes(router, account, bookings);
  addSlotRoutes(router, account);
  addCatalogRoutes(router, account);
  addWebhookRoutes(router, account);
  const limit = new RateLimit();

  async function answer(request: HttpRequest): Promise<HttpReply> {
    const key = request.headers.authorization;
    if (key !== undefined ? !/^Bearer cal_\S+$/.test(key) : !isPublic(request)) {
      throw unauthorized("ApiAuthStrategy - api key - Your api key is not valid.");
    }
    const refused = refuseVersion(request);
    if (refused) return refused;
    const found = router.find(request.method, request.path);
    if (!found) throw notFound(`Cannot ${request.method} /v2${request.path}`);
    return found.handler({ ...request, params: found.params });
  }

  return async (request: HttpRequest): Promise<HttpReply> => {
    const rate = limit.take(request.headers.authorization ?? "nobody");
    try {
      if (!rate.allowed) {
        throw new Refusal(429, "ThrottlerException", "ThrottlerException: Too Many Requests");
      }
      const reply = await answer(request);
      return { ...reply, headers: { ...reply.headers, ...rate.headers } };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { ...refusalReply(error, request), headers: rate.headers };
    }
  };
}
