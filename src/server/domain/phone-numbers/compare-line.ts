import { isDeepStrictEqual } from "node:util";
import type { ExpectedAgent, FoundAgent } from "@/server/integrations/retell/agents";

/** One way in which Retell differs from what this code expects; each has its sentence in the dashboard. */
export type Difference =
  | { kind: "no_agent" | "agent_unknown" | "number_unknown" | "other_engine" | "not_published" }
  | { kind: "other_agent" | "webhook" | "version_open" | "greeting" | "prompt" }
  | { kind: "other_version"; found: string; expected: number }
  | { kind: "settings" | "tools_missing" | "tools_different" | "tools_extra"; names: string[] };

/**
 * What callers have of the version that counts here: they hear it (`same`), hear it while single functions are of an
 * older state (`partly`), hear something else (`other`), or do not reach this assistant at all (`unreached`).
 */
export const lineStates = ["same", "partly", "other", "unreached"] as const;
export type LineState = (typeof lineStates)[number];

const stateOf: Record<Difference["kind"], LineState> = {
  no_agent: "unreached",
  agent_unknown: "unreached",
  number_unknown: "unreached",
  other_agent: "other",
  other_engine: "other",
  not_published: "other",
  other_version: "other",
  webhook: "other",
  greeting: "other",
  prompt: "other",
  version_open: "partly",
  settings: "partly",
  tools_missing: "partly",
  tools_different: "partly",
  tools_extra: "partly",
};

/** The worst of them is what is said. */
export const lineStateOf = (differences: readonly Difference[]): LineState =>
  lineStates.findLast((state) => differences.some(({ kind }) => stateOf[kind] === state)) ?? "same";

/** What of an agent's version is not as expected. What Retell has beyond that, such as its voice, is not compared. */
export function compareAgent(expected: ExpectedAgent, found: FoundAgent): Difference[] {
  const { agent, llm } = found;
  if (!llm) return [{ kind: "other_engine" }];
  const { begin_message, general_prompt, general_tools, ...engine } = expected.llm;
  const settings = [...differing(expected.agent, agent), ...differing(engine, llm)];
  const tools = compareTools(general_tools ?? [], llm.general_tools ?? []);
  return [
    ...(agent.is_published ? [] : [{ kind: "not_published" } as const]),
    ...(llm.begin_message === begin_message ? [] : [{ kind: "greeting" } as const]),
    ...(llm.general_prompt === general_prompt ? [] : [{ kind: "prompt" } as const]),
    ...(settings.length > 0 ? [{ kind: "settings", names: settings } as const] : []),
    ...tools,
  ];
}

interface Binding {
  inbound_webhook_url?: string | null;
  inbound_agents?: { agent_id: string; agent_version?: string | number }[] | null;
}

/** What of a number's way to its agent is not as expected. */
export function compareNumber(
  expected: { agentId: string; version: number | undefined; webhookUrl: string },
  found: Binding | undefined,
): Difference[] {
  if (!found) return [{ kind: "number_unknown" }];
  const differences: Difference[] = [];
  if (found.inbound_webhook_url !== expected.webhookUrl) differences.push({ kind: "webhook" });
  const [bound, ...others] = found.inbound_agents ?? [];
  if (bound?.agent_id !== expected.agentId || others.length > 0) differences.push({ kind: "other_agent" });
  else if (typeof bound.agent_version !== "number") differences.push({ kind: "version_open" });
  else if (expected.version !== undefined && bound.agent_version !== expected.version)
    differences.push({
      kind: "other_version",
      found: String(bound.agent_version),
      expected: expected.version,
    });
  return differences;
}

interface NamedTool {
  name: string;
}

function compareTools(expected: readonly NamedTool[], found: readonly object[]): Difference[] {
  const nameOf = (tool: object) => ("name" in tool && typeof tool.name === "string" ? tool.name : "?");
  const known = new Map(found.map((tool) => [nameOf(tool), tool]));
  const missing = expected.filter(({ name }) => !known.has(name));
  const different = expected.filter((tool) => known.has(tool.name) && !contains(known.get(tool.name), tool));
  const extra = [...known.keys()].filter((name) => !expected.some((tool) => tool.name === name));
  const named = (kind: "tools_missing" | "tools_different" | "tools_extra", names: string[]): Difference[] =>
    names.length > 0 ? [{ kind, names }] : [];
  return [
    ...named("tools_missing", missing.map(nameOf)),
    ...named("tools_different", different.map(nameOf)),
    ...named("tools_extra", extra),
  ];
}

/** Names of the fields that are not what they should be. */
const differing = (expected: object, found: object): string[] =>
  Object.entries(expected).flatMap(([field, value]) =>
    contains((found as Record<string, unknown>)[field], value) ? [] : [field],
  );

/** Retell adds defaults of its own to objects; lists it keeps as they were sent. */
function contains(found: unknown, expected: unknown): boolean {
  if (Array.isArray(expected))
    return (
      Array.isArray(found) &&
      found.length === expected.length &&
      expected.every((item, index) => contains(found[index], item))
    );
  if (typeof expected !== "object" || expected === null) return isDeepStrictEqual(found, expected);
  if (typeof found !== "object" || found === null) return false;
  return differing(expected, found).length === 0;
}
