import type { Fact } from "./facts";
import type { Told } from "./journal";
import type { Row } from "./replay";

/**
 * Cal.com's appointments in the states that a killed process told nobody, as the log has them: every move names where
 * it came from. Cal.com changes neither length nor room.
 */
export function untoldStates(
  facts: readonly Fact[],
  rows: ReadonlyMap<number, Row>,
  tellings: readonly Told[],
): Told[] {
  const heard = new Set(tellings.map(({ id, version }) => `${id}/${version}`));
  const untold: Told[] = [];
  /** Each appointment as the fact left it that is looked at, the last one first. */
  const states = new Map([...rows].filter(([, { outside }]) => outside));
  for (const fact of facts.toReversed()) {
    const row = states.get(fact.id);
    if (!row || fact.type === "settled") continue;
    const { id, version, staffId, furtherIds, resourceId, start, end } = row;
    const { conflict = false, from = start, fromStaffId = staffId } = fact;
    if (fact.type !== "cancelled" && !heard.has(`${id}/${version}`))
      untold.push({ id, version, staffId, furtherIds, resourceId, start, end, conflict });
    const before = { start: from, end: end - start + from, staffId: fromStaffId };
    states.set(id, { ...row, version: version - 1, ...before });
  }
  return untold;
}
