import type { FinishedStep } from "@/server/domain/background/queue/save-steps";
import type { FunctionError, Operation, Reply } from "./endpoint";

/** Steps hand on ids and small values; what is larger belongs into a table. */
const largestOutputBytes = 256 * 1024;

/** What one or several replies mean: steps to remember, and how to go on. */
export interface Outcome {
  steps: FinishedStep[];
  next:
    | { do: "fail"; error: FunctionError }
    | { do: "retry"; error: FunctionError; retryAfterMs?: number }
    | { do: "release" }
    | { do: "complete" }
    | { do: "continue" };
}

/** Of several replies the gravest decides; what succeeded is remembered all the same. */
const gravity = ["fail", "retry", "release", "complete", "continue"];

export function merge(outcomes: Outcome[]): Outcome {
  const [gravest] = outcomes
    .map((outcome) => outcome.next)
    .sort((a, b) => gravity.indexOf(a.do) - gravity.indexOf(b.do));
  return {
    steps: outcomes.flatMap((outcome) => outcome.steps),
    next: gravest ?? { do: "continue" },
  };
}

export function interpret(reply: Reply): Outcome {
  switch (reply.kind) {
    case "operations":
      return merge(reply.operations.map((operation) => interpretOperation(operation, reply.retryAfterMs)));
    case "returned":
      return { steps: [], next: { do: "complete" } };
    case "unreachable":
      return { steps: [], next: { do: "release" } };
    case "threw":
      return {
        steps: [],
        next: reply.final
          ? { do: "fail", error: reply.error }
          : { do: "retry", error: reply.error, retryAfterMs: reply.retryAfterMs },
      };
  }
}

function interpretOperation(operation: Operation, retryAfterMs: number | undefined): Outcome {
  const name = operation.displayName ?? operation.name ?? operation.id;
  const finished = (outcome: FinishedStep["outcome"]): Outcome => ({
    steps: [{ stepId: operation.id, name, outcome }],
    next: { do: "continue" },
  });
  const failed = (error: FunctionError): Outcome => ({ steps: [], next: { do: "fail", error } });

  switch (operation.op) {
    case "StepRun": {
      const data = operation.data ?? null;
      return Buffer.byteLength(JSON.stringify(data)) <= largestOutputBytes
        ? finished({ data })
        : failed({ name: "OutputTooLarge", message: `Step "${name}" returned more than 256 KiB` });
    }
    case "StepFailed":
      // Remembered like a result: the function is called once more and may catch it.
      return finished({ error: operation.error });
    case "StepError":
      return { steps: [], next: { do: "retry", error: operation.error, retryAfterMs } };
    case "RunComplete":
      return { steps: [], next: { do: "complete" } };
    default:
      return failed({
        name: "NotSupported",
        message: `The embedded executor cannot ${operation.op} ("${name}")`,
      });
  }
}
