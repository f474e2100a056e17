import { z } from "zod";
import type { JobFunction } from "@/server/domain/background/queue/job-function";
import { nextInstant } from "@/server/domain/background/queue/next-instant";

const key = z
  .string()
  .regex(/^event\.data(\.\w+)+$/, "only event.data.<name>")
  .optional();
const concurrency = z.strictObject({
  limit: z.number().int().positive(),
  key,
  scope: z.literal("fn").optional(),
});
const milliseconds = z
  .string()
  .regex(/^\d+s$/, "only seconds")
  .transform((text) => Number.parseInt(text, 10) * 1_000);

/** Strict on purpose: an option that this executor would silently ignore is refused when the functions are read. */
const functionConfig = z.strictObject({
  id: z.string().max(120),
  name: z.string(),
  triggers: z.array(
    z.union([
      z.strictObject({ event: z.string(), expression: z.string().optional() }),
      z.strictObject({ cron: z.string().max(100) }),
    ]),
  ),
  steps: z.object({
    step: z.object({
      retries: z.object({ attempts: z.number().int().min(0).max(20) }).default({ attempts: 3 }),
    }),
  }),
  concurrency: z
    .union([
      z
        .number()
        .int()
        .positive()
        .transform((limit) => ({ limit, key: undefined })),
      concurrency,
      z.tuple([concurrency]).transform(([only]) => only),
    ])
    .optional(),
  debounce: z.strictObject({ key, period: milliseconds, timeout: milliseconds }).optional(),
});

const failureOf = /^event\.data\.function_id == '(.+)'$/;

/** Reads the functions as the SDK registers them. Throws on what the embedded executor does not do. */
export function readFunctions(configs: unknown): JobFunction[] {
  const parsed = z.array(functionConfig).parse(configs);
  const failures = new Map(
    parsed.flatMap((config) => {
      const failed = failedFunction(config);
      return failed ? [[failed, config.id] as const] : [];
    }),
  );
  return parsed.map((config) => ({
    id: config.id,
    events: failedFunction(config) ? [] : config.triggers.flatMap(plainEvent),
    schedules: config.triggers.flatMap((trigger) => ("cron" in trigger ? [schedule(trigger.cron)] : [])),
    maxAttempts: config.steps.step.retries.attempts + 1,
    concurrency: config.concurrency && {
      limit: config.concurrency.limit,
      keyPath: pathOf(config.concurrency.key),
    },
    debounce: config.debounce && {
      periodMs: config.debounce.period,
      timeoutMs: config.debounce.timeout,
      keyPath: pathOf(config.debounce.key),
    },
    onFailureId: failures.get(config.id),
  }));
}

/** Below `event.data`. */
const pathOf = (key: string | undefined) => key?.split(".").slice(2);

type Config = z.infer<typeof functionConfig>;

function failedFunction(config: Config): string | undefined {
  const [trigger] = config.triggers;
  if (!trigger || !("event" in trigger) || trigger.event !== "inngest/function.failed") return undefined;
  return failureOf.exec(trigger.expression ?? "")?.[1];
}

function plainEvent(trigger: Config["triggers"][number]): string[] {
  if (!("event" in trigger)) return [];
  if (trigger.expression !== undefined)
    throw new Error(`Conditions on triggers are not supported: ${trigger.expression}`);
  return [trigger.event];
}

function schedule(cron: string): JobFunction["schedules"][number] {
  const [, zone, rest] = /^TZ=(\S+)\s+(.*)$/.exec(cron) ?? [];
  const read = { cron, pattern: rest ?? cron, timeZone: zone ?? "UTC" };
  nextInstant(read, new Date());
  return read;
}
