import { randomUUID } from "node:crypto";
import type { PhoneNumberResponse } from "retell-sdk/resources/phone-number";
import { z } from "zod";
import { created, type HttpReply, type HttpRequest, ok, Router } from "../http/router";
import { ensureAgent, type RetellAccount } from "./account";
import { addAgentRoutes, addLlmRoutes } from "./agent-routes";
import { keepLess } from "./call-object";
import { listCallsBody, listCallsV2Body, meetsFilters, sortCalls } from "./filters";
import { listItem } from "./payloads";
import { failure } from "./reply";

/** What is gone is gone: the setting never goes back. */
const storageChange = z.looseObject({ data_storage_setting: z.literal("basic_attributes_only") });

const webCallBody = z.looseObject({ agent_id: z.string().min(1), metadata: z.unknown().optional() });

function createWebCall(account: RetellAccount, { body }: HttpRequest): HttpReply {
  const input = webCallBody.safeParse(body);
  if (!input.success) return failure(422, "agent_id is missing");
  const { agent_id, metadata } = input.data;
  const agent = ensureAgent(account, agent_id);
  const id = randomUUID().replaceAll("-", "");
  return created(
    account.webCalls.set(`call_${id}`, {
      call_id: `call_${id}`,
      call_type: "web_call",
      call_status: "registered",
      agent_id,
      agent_version: agent.version,
      access_token: `token_${id}`,
      metadata,
    }),
  );
}

const looseBody = z.record(z.string(), z.unknown());

function afterKey<T extends { call_id: string }>(calls: T[], key: string | undefined): T[] {
  return key === undefined ? calls : calls.slice(calls.findIndex(({ call_id }) => call_id === key) + 1);
}

function listCalls(account: RetellAccount, request: HttpRequest): HttpReply {
  const body = listCallsBody.safeParse(request.body ?? {});
  if (!body.success) return failure(400, z.prettifyError(body.error));
  const { filter_criteria, limit, skip, sort_order, pagination_key, include_total } = body.data;
  const found = sortCalls(
    account.calls.values().filter((call) => meetsFilters(call, filter_criteria)),
    sort_order,
  );
  const rest = afterKey(found, pagination_key).slice(skip);
  const items = rest.slice(0, limit);
  const hasMore = rest.length > limit;
  return ok({
    items: items.map(listItem),
    has_more: hasMore,
    ...(hasMore ? { pagination_key: items.at(-1)?.call_id } : {}),
    ...(include_total ? { total: found.length } : {}),
  });
}

function listCallsV2(account: RetellAccount, request: HttpRequest): HttpReply {
  const body = listCallsV2Body.safeParse(request.body ?? {});
  if (!body.success) return failure(400, z.prettifyError(body.error));
  const { filter_criteria: criteria, limit, sort_order, pagination_key } = body.data;
  const found = account.calls.values().filter((call) => {
    const start = call.start_timestamp ?? 0;
    return (
      (criteria?.agent_id?.includes(call.agent_id) ?? true) &&
      (criteria?.call_status?.includes(call.call_status) ?? true) &&
      start >= (criteria?.start_timestamp?.lower_threshold ?? 0) &&
      start <= (criteria?.start_timestamp?.upper_threshold ?? Number.POSITIVE_INFINITY)
    );
  });
  return ok(afterKey(sortCalls(found, sort_order), pagination_key).slice(0, limit));
}

function addCallRoutes(router: Router, account: RetellAccount) {
  router
    .on("GET", "/v2/get-call/:id", ({ params }) => {
      const call = account.calls.get(params.id ?? "");
      return call ? ok(call) : failure(404, "Call not found");
    })
    .on("PATCH", "/v2/update-call/:id", ({ params, body }) => {
      const call = account.calls.get(params.id ?? "");
      const input = storageChange.safeParse(body);
      if (!call) return failure(404, "Call not found");
      if (!input.success) return failure(422, "A storage setting is expected");
      return ok(account.calls.set(call.call_id, keepLess(call)));
    })
    .on("POST", "/v2/create-web-call", (request) => createWebCall(account, request))
    .on("POST", "/v3/list-calls", (request) => listCalls(account, request))
    .on("POST", "/v2/list-calls", (request) => listCallsV2(account, request))
    .on("DELETE", "/v2/delete-call/:id", ({ params }) =>
      account.calls.delete(params.id ?? "") ? { status: 204 } : failure(404, "Call not found"),
    );
}

function addPhoneNumberRoutes(router: Router, account: RetellAccount) {
  router
    .on("GET", "/v2/list-phone-numbers", () => ok({ items: account.phoneNumbers.values(), has_more: false }))
    .on("GET", "/get-phone-number/:number", ({ params }) => {
      const number = account.phoneNumbers.get(params.number ?? "");
      return number ? ok(number) : failure(404, "Phone number not found");
    })
    .on("POST", "/import-phone-number", ({ body }) => {
      const input = looseBody.safeParse(body);
      const phoneNumber = input.success ? input.data.phone_number : undefined;
      if (typeof phoneNumber !== "string" || !/^\+[1-9]\d{6,14}$/.test(phoneNumber)) {
        return failure(422, "phone_number must be in E.164 format");
      }
      const number: PhoneNumberResponse = {
        ...input.data,
        phone_number: phoneNumber,
        phone_number_type: "custom",
        last_modification_timestamp: Date.now(),
      };
      return created(account.phoneNumbers.set(phoneNumber, number));
    })
    .on("PATCH", "/update-phone-number/:number", ({ params, body }) => {
      const number = account.phoneNumbers.get(params.number ?? "");
      const input = looseBody.safeParse(body);
      if (!number) return failure(404, "Phone number not found");
      if (!input.success) return failure(422, "A JSON object is expected");
      const updated = { ...number, ...input.data, last_modification_timestamp: Date.now() };
      return ok(account.phoneNumbers.set(number.phone_number, updated));
    });
}

/** Retell's REST interface as retell-sdk 5.66 calls it, as far as the product needs it. */
export function retellRoutes(account: RetellAccount): Router {
  const router = new Router();
  addCallRoutes(router, account);
  addAgentRoutes(router, account);
  addLlmRoutes(router, account);
  addPhoneNumberRoutes(router, account);
  return router;
}

/** Retell wants its key as a bearer token on every request. */
export function refuseRetell(request: HttpRequest, apiKey: string | undefined): HttpReply | undefined {
  if (apiKey !== undefined && request.headers.authorization === `Bearer ${apiKey}`) return undefined;
  return failure(401, "Invalid API key");
}
