import { z } from "zod";
import type { PhoneCall } from "./call-object";

const condition = z.discriminatedUnion("type", [
  z.object({ type: z.literal("enum"), op: z.literal("in"), value: z.array(z.string()) }),
  z.object({ type: z.literal("range"), op: z.literal("bt"), value: z.tuple([z.number(), z.number()]) }),
  z.object({
    type: z.literal("number"),
    op: z.enum(["eq", "ne", "gt", "ge", "lt", "le"]),
    value: z.number(),
  }),
  z.object({ type: z.literal("string"), op: z.enum(["eq", "ne", "sw", "ew", "co"]), value: z.string() }),
  z.object({ type: z.literal("boolean"), op: z.literal("eq"), value: z.boolean() }),
]);
type Condition = z.infer<typeof condition>;

const fields = {
  call_id: (call) => call.call_id,
  call_status: (call) => call.call_status,
  call_successful: (call) => call.call_analysis?.call_successful,
  call_type: (call) => call.call_type,
  combined_cost: (call) => call.call_cost?.combined_cost,
  direction: (call) => call.direction,
  disconnection_reason: (call) => call.disconnection_reason,
  duration_ms: (call) => call.duration_ms,
  end_timestamp: (call) => call.end_timestamp,
  from_number: (call) => call.from_number,
  in_voicemail: (call) => call.call_analysis?.in_voicemail,
  start_timestamp: (call) => call.start_timestamp,
  to_number: (call) => call.to_number,
  user_sentiment: (call) => call.call_analysis?.user_sentiment,
} satisfies Record<string, (call: PhoneCall) => unknown>;
type Field = keyof typeof fields;

const fieldNames = Object.keys(fields) as [Field, ...Field[]];

/** Body of POST /v3/list-calls. Filters this stand-in does not know are refused, as Retell refuses them. */
export const listCallsBody = z.strictObject({
  filter_criteria: z
    .strictObject({
      ...(Object.fromEntries(fieldNames.map((name) => [name, condition.optional()])) as Record<
        Field,
        z.ZodOptional<typeof condition>
      >),
      agent: z.array(z.object({ agent_id: z.string(), version: z.array(z.number()).optional() })).optional(),
    })
    .optional(),
  include_total: z.boolean().optional(),
  limit: z.int().min(1).max(1000).default(50),
  pagination_key: z.string().optional(),
  skip: z.int().min(0).default(0),
  sort_order: z.enum(["ascending", "descending"]).default("descending"),
});

/** Body of the older POST /v2/list-calls. */
export const listCallsV2Body = z.object({
  filter_criteria: z
    .object({
      agent_id: z.array(z.string()).optional(),
      call_status: z.array(z.string()).optional(),
      start_timestamp: z
        .object({ lower_threshold: z.number().optional(), upper_threshold: z.number().optional() })
        .optional(),
    })
    .optional(),
  limit: z.int().min(1).max(1000).default(50),
  pagination_key: z.string().optional(),
  sort_order: z.enum(["ascending", "descending"]).default("descending"),
});

function compareNumbers(
  op: "eq" | "ne" | "gt" | "ge" | "lt" | "le",
  actual: number,
  wanted: number,
): boolean {
  if (op === "eq") return actual === wanted;
  if (op === "ne") return actual !== wanted;
  if (op === "gt") return actual > wanted;
  if (op === "ge") return actual >= wanted;
  return op === "lt" ? actual < wanted : actual <= wanted;
}

function compareStrings(op: "eq" | "ne" | "sw" | "ew" | "co", actual: string, wanted: string): boolean {
  if (op === "eq") return actual === wanted;
  if (op === "ne") return actual !== wanted;
  if (op === "sw") return actual.startsWith(wanted);
  return op === "ew" ? actual.endsWith(wanted) : actual.includes(wanted);
}

function matches(filter: Condition, actual: unknown): boolean {
  switch (filter.type) {
    case "enum":
      return typeof actual === "string" && filter.value.includes(actual);
    case "range":
      return typeof actual === "number" && actual >= filter.value[0] && actual <= filter.value[1];
    case "number":
      return typeof actual === "number" && compareNumbers(filter.op, actual, filter.value);
    case "string":
      return typeof actual === "string" && compareStrings(filter.op, actual, filter.value);
    case "boolean":
      return actual === filter.value;
  }
}

type ListCalls = z.infer<typeof listCallsBody>;

/** Whether a call meets every condition. */
export function meetsFilters(call: PhoneCall, criteria: ListCalls["filter_criteria"]): boolean {
  if (!criteria) return true;
  const { agent, ...conditions } = criteria;
  const agentFits =
    !agent?.length ||
    agent.some(
      ({ agent_id, version }) =>
        agent_id === call.agent_id && (!version?.length || version.includes(call.agent_version)),
    );
  return (
    agentFits &&
    fieldNames.every((name) => {
      const filter = conditions[name];
      return filter === undefined || matches(filter, fields[name](call));
    })
  );
}

const startOf = (call: PhoneCall) => call.start_timestamp ?? 0;

export function sortCalls(calls: PhoneCall[], order: "ascending" | "descending"): PhoneCall[] {
  const sign = order === "ascending" ? 1 : -1;
  return [...calls].sort((a, b) => sign * (startOf(a) - startOf(b) || (a.call_id < b.call_id ? -1 : 1)));
}
