import type { z } from "zod";
import type { ApiScope } from "@/contracts/permissions";
import { parseWellFormedJson } from "@/lib/json";
import { BodyTooLarge, readBody } from "@/lib/read-body";
import type { PlatformContext, TenantContext } from "@/server/domain/_core/context";
import { errorView } from "@/server/domain/_core/error-view";
import { DomainError, notFound } from "@/server/domain/_core/errors";
import { createPlatformContext } from "@/server/domain/_core/platform-context";
import { nudgeDispatch } from "@/server/events/dispatch";
import { logger } from "@/server/logger";
import { authenticate, limitRate } from "./authenticate";
import { errorResponse } from "./errors";

const bodyLimit = 1024 * 1024;

interface RouteDefinition<Query extends z.ZodType, Body extends z.ZodType, Answer extends z.ZodType> {
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** As documented, e.g. `/api/calls/{id}`. */
  path: `/api/${string}`;
  /** What `{id}` is the id of; decides the name of the refusal. */
  entity: string;
  scope: ApiScope;
  query?: Query;
  body?: Body;
  response: Answer;
  /** 200 unless something was created. */
  status?: 200 | 201;
  run(
    ctx: TenantContext,
    request: { id: number; query: z.output<Query>; body: z.output<Body>; headers: Headers },
  ): Promise<z.input<Answer>>;
}

interface RouteParams {
  params: Promise<Record<string, string>>;
}

/** What is known of a route without calling it: for the documentation and for the isolation test. */
type RouteDescription = Pick<
  RouteDefinition<z.ZodType, z.ZodType, z.ZodType>,
  "method" | "path" | "scope" | "query" | "body" | "response" | "status"
>;

export interface PublicRoute {
  (request: Request, context: RouteParams): Promise<Response>;
  description: RouteDescription;
}

/**
 * One endpoint of the REST API as data, turned into a route handler: key, rate, scope, body and query are dealt with
 * here in that order, and so is every error; `run` calls one verb.
 */
export function publicRoute<Query extends z.ZodType, Body extends z.ZodType, Answer extends z.ZodType>(
  route: RouteDefinition<Query, Body, Answer>,
): PublicRoute {
  async function answer(
    platform: PlatformContext,
    request: Request,
    { params }: RouteParams,
    headers: Headers,
  ) {
    const ctx = await authenticate(platform, request.headers);
    await limitRate(ctx, headers);
    if (ctx.actor.type !== "apiKey" || !ctx.actor.scopes.includes(route.scope))
      throw new DomainError("forbidden", "forbidden", { scope: route.scope });

    const id = route.path.includes("{id}") ? readId((await params).id, route.entity) : 0;
    const query = route.query?.parse(readQuery(request.url)) as z.output<Query>;
    const body = route.body?.parse(await readJson(request)) as z.output<Body>;
    const result = await route.run(ctx, { id, query, body, headers: request.headers });
    if (route.method !== "GET") nudgeDispatch();

    const checked = route.response.safeParse(result);
    if (!checked.success)
      throw new Error("the answer does not match its own schema", { cause: checked.error });
    return Response.json(checked.data, { status: route.status ?? 200, headers });
  }

  async function handle(request: Request, context: RouteParams): Promise<Response> {
    const platform = createPlatformContext({ type: "job", name: "rest" });
    const { requestId } = platform;
    const headers = new Headers({ "X-Request-Id": requestId, "Cache-Control": "no-store" });
    try {
      return await answer(platform, request, context, headers);
    } catch (error) {
      return refuse(error, headers, requestId, route.path);
    }
  }

  const { method, path, scope, query, body, response, status } = route;
  return Object.assign(handle, { description: { method, path, scope, query, body, response, status } });
}

class InvalidJson extends Error {
  override readonly name = "InvalidJson";
}

function refuse(error: unknown, headers: Headers, requestId: string, path: string): Response {
  const invalid = { kind: "invalid", details: {}, requestId } as const;
  if (error instanceof InvalidJson) return errorResponse({ ...invalid, code: "invalid_json" }, headers, 400);
  if (error instanceof BodyTooLarge)
    return errorResponse({ ...invalid, code: "body_too_large" }, headers, 413);
  const view = errorView(error, requestId);
  if (view.kind === "internal") logger.error({ err: error, path, requestId }, "REST request failed");
  return errorResponse(view, headers);
}

/** An id that cannot be one is the id of nothing. */
function readId(text: string | undefined, entity: string): number {
  const id = /^[1-9]\d{0,15}$/.test(text ?? "") ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(id)) throw notFound(entity);
  return id;
}

/** `?status=` says nothing about the status. */
function readQuery(url: string): Record<string, string> {
  return Object.fromEntries([...new URL(url).searchParams].filter(([, value]) => value !== ""));
}

async function readJson(request: Request): Promise<unknown> {
  const text = await readBody(request, bodyLimit);
  try {
    return text === "" ? {} : parseWellFormedJson(text);
  } catch {
    throw new InvalidJson();
  }
}
