import { createHmac } from "node:crypto";
import { z } from "zod";
import type { ClaimedRun } from "@/server/domain/background/queue/claim-runs";
import type { JobFunction } from "@/server/domain/background/queue/job-function";
import { retryAfterMs } from "./backoff";
import { canonicalJson } from "./canonical-json";
import { readFunctions } from "./registry";

/** Drizzle lists a failed query's values in its message: those may be a customer's data. */
const withoutValues = (message: string) => message.replace(/\nparams:[\s\S]*$/, "").slice(0, 2_000);

const functionError = z
  .object({ name: z.string().catch("Error"), message: z.string().catch("").transform(withoutValues) })
  .catch({ name: "Error", message: "The function answered without a reason" });

const operation = z.object({
  op: z.string(),
  id: z.string(),
  name: z.string().nullish(),
  displayName: z.string().nullish(),
  data: z.unknown(),
  error: functionError,
});
export type Operation = z.infer<typeof operation>;
export type FunctionError = z.infer<typeof functionError>;

/** What a function answered to one request. */
export type Reply =
  | { kind: "operations"; operations: Operation[]; retryAfterMs?: number }
  | { kind: "returned" }
  | { kind: "threw"; error: FunctionError; final: boolean; retryAfterMs?: number }
  /** Nobody listens (yet, or any more): nothing was executed. */
  | { kind: "unreachable" };

export interface Endpoint {
  /** The functions that are served there. Throws when nobody answers or an option is not supported. */
  discover(): Promise<JobFunction[]>;
  /** Executes the next step of a run, or with `stepId` exactly that one. */
  execute(run: ClaimedRun, maxAttempts: number, stepId?: string): Promise<Reply>;
}

/** No step of ours takes minutes; one that hangs must not keep its lease for ever. */
const requestTimeoutMs = 5 * 60_000;

/** How a request gets to the functions: over HTTP, or straight to the handler that would answer it. */
export type Send = (request: Request) => Promise<Response>;

/** The side of Inngest's server in the SDK's own protocol, to the functions of our own process. */
export function createEndpoint(url: string, signingKey: string, send: Send = fetch): Endpoint {
  const post = (method: string, query: string, body: unknown, headers: Record<string, string> = {}) => {
    const text = canonicalJson(body);
    const request = new Request(`${url}${query}`, {
      method,
      body: text,
      cache: "no-store",
      headers: {
        "content-type": "application/json",
        host: new URL(url).host,
        // A kept connection may be closed just as it is used again, and would hold up the server's own exit.
        connection: "close",
        "x-inngest-req-version": "2",
        "x-inngest-signature": signature(text, signingKey),
        ...headers,
      },
    });
    return withinTime(send(request));
  };

  return {
    async discover() {
      const response = await post("PUT", "", { url }, { "x-inngest-sync-kind": "in_band" });
      if (!response.ok) throw new Error(`The functions' endpoint answered ${response.status}`);
      return readFunctions(z.object({ functions: z.unknown() }).parse(await response.json()).functions);
    },

    async execute(run, maxAttempts, stepId) {
      const query = new URLSearchParams({ fnId: run.functionId, stepId: stepId ?? "step" });
      try {
        return await readReply(await post("POST", `?${query}`, requestBody(run, maxAttempts, stepId)));
      } catch (error) {
        if (isRefusedConnection(error)) return { kind: "unreachable" };
        return { kind: "threw", error: functionError.parse(error), final: false };
      }
    },
  };
}

async function withinTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error("The function did not answer in time")),
      requestTimeoutMs,
    ).unref();
  });
  return Promise.race([work, timeUp]).finally(() => clearTimeout(timer));
}

function signature(body: string, key: string): string {
  const seconds = Math.floor(Date.now() / 1000);
  return `t=${seconds}&s=${createHmac("sha256", key).update(`${body}${seconds}`).digest("hex")}`;
}

/** Without `fn_id` and `qi_id`, which would make the SDK report its steps to Inngest's API instead of answering. */
function requestBody(run: ClaimedRun, maxAttempts: number, stepId: string | undefined) {
  const stack = run.steps.map((step) => step.stepId);
  return {
    version: 2,
    event: run.event,
    events: [run.event],
    steps: Object.fromEntries(run.steps.map((step) => [step.stepId, step.outcome])),
    ctx: {
      run_id: run.runId,
      attempt: run.attempt,
      max_attempts: maxAttempts,
      disable_immediate_execution: stepId !== undefined,
      use_api: false,
      stack: { stack, current: stack.length },
    },
  };
}

async function readReply(response: Response): Promise<Reply> {
  const wait = retryAfterMs(response.headers.get("retry-after"));
  if (response.status === 200) {
    await response.body?.cancel();
    return { kind: "returned" };
  }
  const body: unknown = await response.json().catch(() => undefined);
  if (response.status === 206) {
    return { kind: "operations", operations: z.array(operation).min(1).parse(body), retryAfterMs: wait };
  }
  return {
    kind: "threw",
    error: functionError.parse(body),
    final: response.headers.get("x-inngest-no-retry") === "true",
    retryAfterMs: wait,
  };
}

function isRefusedConnection(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && "code" in cause && cause.code === "ECONNREFUSED";
}
