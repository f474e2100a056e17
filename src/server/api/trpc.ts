import { initTRPC, TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import type { TRPC_ERROR_CODE_KEY } from "@trpc/server/rpc";
import type { ErrorView } from "@/contracts/errors";
import * as wireFormat from "@/lib/wire-format";
import { errorView } from "@/server/domain/_core/error-view";
import { nudgeDispatch } from "@/server/events/dispatch";
import { logger } from "@/server/logger";
import type { ApiContext } from "./context";

const codes: Record<ErrorView["kind"], TRPC_ERROR_CODE_KEY> = {
  invalid: "UNPROCESSABLE_CONTENT",
  unauthenticated: "UNAUTHORIZED",
  forbidden: "FORBIDDEN",
  not_found: "NOT_FOUND",
  conflict: "CONFLICT",
  rate_limited: "TOO_MANY_REQUESTS",
  unavailable: "SERVICE_UNAVAILABLE",
  internal: "INTERNAL_SERVER_ERROR",
};

/** For the few routes beside tRPC that answer the same refusals. */
export const httpStatusOf = (kind: ErrorView["kind"]): number =>
  getHTTPStatusCodeFromError(new TRPCError({ code: codes[kind] }));

/** tRPC's own refusals (no such procedure, unreadable request) have no cause of ours. */
function viewOf(error: TRPCError, requestId: string): ErrorView {
  if (!error.cause && error.code !== "INTERNAL_SERVER_ERROR")
    return { code: "invalid", kind: "invalid", details: {}, requestId };
  return errorView(error.cause, requestId);
}

const t = initTRPC.context<ApiContext>().create({
  transformer: wireFormat,
  isDev: false,
  errorFormatter: ({ shape, error, ctx }) => {
    const view = viewOf(error, ctx?.door.requestId ?? "");
    return {
      message: view.code,
      code: shape.code,
      data: { code: shape.data.code, httpStatus: shape.data.httpStatus, path: shape.data.path, error: view },
    };
  },
  sse: {
    ping: { enabled: true, intervalMs: 5_000 },
    client: { reconnectAfterInactivityMs: 15_000 },
    // A stream ends and reconnects by itself now and then, so that a revoked session cannot listen on for days.
    maxDurationMs: 60_000,
  },
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/**
 * The one place where a refusal becomes a tRPC code; whatever is none goes to the log. After a write the background
 * work learns of it at once.
 */
const outcomes = t.middleware(async ({ ctx, path, type, next }) => {
  const result = await next();
  if (result.ok && type === "mutation") nudgeDispatch();
  if (result.ok || !result.error.cause) return result;
  const { cause } = result.error;
  const { requestId } = ctx.door;
  const { code, kind } = errorView(cause, requestId);
  if (kind === "internal") logger.error({ err: cause, path, requestId }, "procedure failed");
  throw new TRPCError({ code: codes[kind], message: code, cause });
});

/** For the signed-in person's own account (sessions, password); `ctx` is a PlatformContext plus `user`. */
export const userProcedure = t.procedure
  .use(outcomes)
  .use(({ ctx, next }) => next({ ctx: ctx.door.account() }));

/** For everything inside a business; `ctx` is a TenantContext plus `user`, and what the role may do is the verb's to check. */
export const tenantProcedure = t.procedure
  .use(outcomes)
  .use(async ({ ctx, next }) => next({ ctx: await ctx.door.tenant() }));

/** For platform admins, under the slug "platform"; `ctx` is a PlatformContext plus `user`. */
export const platformProcedure = t.procedure
  .use(outcomes)
  .use(({ ctx, next }) => next({ ctx: ctx.door.platform() }));
