/** What tells a delivery apart and says what it is about; everything else may be somebody's name, number or words. */
const plainKeys = new Set(
  "event triggerEvent call_id agent_id agent_version call_type call_status direction disconnection_reason currency product status uid bookingId eventTypeId type length timeZone role tool_call_id name_of_event startTime endTime createdAt".split(
    " ",
  ),
);
/** As Retell and Cal.com write instants: milliseconds since 1970, or ISO 8601. */
const isInstantKey = /(timestamp|_ms|time|at)$/i;
const largestHarmless = 1_000_000;
const masked = "•••";

/**
 * A stored body as it may be shown to whoever runs the platform: its shape, ids, states, instants and small numbers.
 * What is not known to be harmless is masked, so that a field a vendor adds tomorrow is, too.
 */
export function maskBody(body: string): unknown {
  try {
    return mask(JSON.parse(body), "");
  } catch {
    return masked;
  }
}

function mask(value: unknown, key: string): unknown {
  if (value === null || typeof value === "boolean") return value;
  if (Array.isArray(value)) return value.map((item) => mask(item, key));
  if (typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mask(inner, name)]));
  if (plainKeys.has(key)) return value;
  if (typeof value === "number")
    return Math.abs(value) < largestHarmless || isInstantKey.test(key) ? value : masked;
  return masked;
}
