import { z } from "zod";
import { parseWellFormedJson } from "@/lib/json";

/** What models send when they have nothing to say. */
const nothing =
  /^(?:|-+|none|null|undefined|nan|n\/?a|unknown|unbekannt|nicht (?:bekannt|angegeben|genannt)|keine?(?: angaben?)?|leer|string|tbd)$/i;

/**
 * The arguments as an object of plain values: a JSON string is unpacked, placeholders and nested values are dropped,
 * `args.call_id` is ignored (models invent it). Undefined where there is no object to be found.
 */
export function tidyArguments(raw: unknown): Record<string, string | number | boolean> | undefined {
  const value = typeof raw === "string" ? parseJson(raw) : (raw ?? {});
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const tidy: Record<string, string | number | boolean> = {};
  for (const [key, entry] of Object.entries(value)) {
    if (key === "call_id") continue;
    if (typeof entry === "number" || typeof entry === "boolean") tidy[key] = entry;
    if (typeof entry === "string" && !nothing.test(entry.trim())) tidy[key] = entry.trim();
  }
  return tidy;
}

function parseJson(text: string): unknown {
  if (text.trim() === "") return {};
  try {
    return parseWellFormedJson(text);
  } catch {
    return undefined;
  }
}

/** Optional words of the caller; numbers count as words ("14"). */
export const words = (max: number, description: string) =>
  z.coerce.string().max(max).optional().describe(description);

/** An id that an earlier answer carried. */
export const idArgument = (description: string) =>
  z.coerce.number().int().positive().optional().describe(description);
