import type { PlatformContext } from "@/server/domain/_core/context";
import type { ClaimedRun } from "@/server/domain/background/queue/claim-runs";
import { completeRun } from "@/server/domain/background/queue/complete-run";
import { failRun } from "@/server/domain/background/queue/fail-run";
import type { JobFunction } from "@/server/domain/background/queue/job-function";
import { postponeRun } from "@/server/domain/background/queue/postpone-run";
import { saveSteps } from "@/server/domain/background/queue/save-steps";
import { backoffMs } from "./backoff";
import type { Endpoint, FunctionError } from "./endpoint";
import { interpret, merge, type Outcome } from "./interpret";

const mostSteps = 1_000;
/** A step that takes its process down must not do so for ever. */
const mostInterruptions = 5;
const unreachableDelayMs = 500;

export interface ExecuteOptions {
  ctx: PlatformContext;
  endpoint: Endpoint;
  functions: JobFunction[];
  /** True lets go of the run after the step that is under way. */
  isStopping: () => boolean;
  backoff?: (failedTries: number) => number;
}

/** Executes a claimed run step by step, until it is done, has failed, or has to wait. */
export async function executeRun(options: ExecuteOptions, claimed: ClaimedRun): Promise<void> {
  const { ctx, endpoint, functions, backoff = backoffMs } = options;
  const fn = functions.find((candidate) => candidate.id === claimed.functionId);
  const onFailure = functions.find((candidate) => candidate.id === fn?.onFailureId);
  const maxAttempts = fn?.maxAttempts ?? 1;

  /** A function usually throws a failed step's error on: then that step's tries are what a person wants to see. */
  let triesOfFailedStep = 0;

  for (let run = claimed; ; ) {
    const { steps, next } = await advance(endpoint, run, maxAttempts);
    const tries = run.attempt + 1;
    const fail = (error: FunctionError) =>
      failRun(ctx, run, { error, attempts: Math.max(tries, triesOfFailedStep), onFailure });

    if (steps.length > 0) {
      if (!(await saveSteps(ctx, run, steps))) return;
      triesOfFailedStep = steps.some((step) => "error" in step.outcome) ? tries : 0;
      run = { ...run, attempt: 0, interruptions: 0, steps: [...run.steps, ...steps] };
    }
    if (next.do === "complete") return completeRun(ctx, run);
    if (next.do === "fail") return fail(next.error);
    if (next.do === "retry") {
      const attempt = run.attempt + 1;
      if (attempt >= maxAttempts) return fail(next.error);
      const delayMs = next.retryAfterMs ?? backoff(attempt);
      return postponeRun(ctx, run, { attempt, delayMs, error: next.error });
    }
    if (next.do === "release" || options.isStopping()) {
      return postponeRun(ctx, run, {
        attempt: run.attempt,
        delayMs: next.do === "release" ? unreachableDelayMs : 0,
      });
    }
  }
}

async function advance(endpoint: Endpoint, run: ClaimedRun, maxAttempts: number): Promise<Outcome> {
  if (run.interruptions >= mostInterruptions) {
    return failure("Interrupted", "The process stopped in the middle of this step, again and again");
  }
  if (run.steps.length >= mostSteps) return failure("TooManySteps", `More than ${mostSteps} steps`);

  const reply = await endpoint.execute(run, maxAttempts);
  if (reply.kind !== "operations") return interpret(reply);
  const replies = await Promise.all(
    reply.operations.map((operation) =>
      operation.op === "StepPlanned"
        ? endpoint.execute(run, maxAttempts, operation.id)
        : { ...reply, operations: [operation] },
    ),
  );
  return merge(replies.map(interpret));
}

const failure = (name: string, message: string): Outcome => ({
  steps: [],
  next: { do: "fail", error: { name, message } },
});
