import type { Entry, Told } from "./journal";
import { meets, ownedTime, type Shape } from "./owned-time";

interface Shapes {
  service(id: number): Shape;
  appointment(id: number): Shape | undefined;
}

/**
 * Appointments that somebody else got at a time that a call was told is kept for it. Counted is what certainly
 * happened meanwhile: begun after the answer to the hold, told before it ended. What Cal.com decides is a fact and no
 * theft, and ends a hold that it meets; so may whatever the same call does next. `untold` are Cal.com's appointments
 * in a state that a killed process told nobody.
 */
export function findStolen(
  entries: readonly Entry[],
  shapes: Shapes,
  untold: readonly Told[] = [],
): string[] {
  const done = entries
    .filter(({ outcome, operation }) => outcome === "done" && operation !== "cancel")
    .map((entry) => ({ ...entry, owned: timeOf(entry, shapes) }));
  // What Cal.com decided against the calendar owns nothing, and stays so when it is changed to what it already is.
  const taken = done
    .filter(({ fact }) => !fact)
    .map((entry) => ({ ...entry, owned: timeOf(withoutConflicts(entry), shapes) }));
  const anyTime = { operation: "outside", outcome: "done", fact: true, began: 0, ended: Infinity } as const;
  const facts = [
    ...done.filter(({ fact }) => fact),
    ...untold.map((state) => ({ ...anyTime, owned: timeOf({ ...anyTime, told: [state] }, shapes) })),
  ];
  const stolen: string[] = [];
  const holds = entries.flatMap(({ held = [], ended }) => held.map((one) => ({ held: one, ended })));
  for (const { held, ended } of holds) {
    const next = entries
      .filter(({ callId, began }) => callId === held.callId && began >= ended)
      .reduce((first, { began }) => Math.min(first, began), Infinity);
    const alone = Math.min(held.until, Number.isFinite(next) ? next : ended);
    const [staffId = 0, ...furtherIds] = held.staffIds;
    const owned = ownedTime({ ...held, staffId, furtherIds }, shapes.service(held.serviceId));
    const until = facts
      .filter((fact) => fact.ended >= held.from && fact.owned.some((other) => meets(other, owned)))
      .reduce((first, { began }) => Math.min(first, began), alone);
    for (const entry of taken) {
      const meanwhile = held.from <= entry.began && entry.ended <= until;
      if (!meanwhile || entry.callId === held.callId) continue;
      if (entry.owned.some((other) => meets(other, owned)))
        stolen.push(`a ${entry.operation} took the time of offer ${held.offerId}`);
    }
  }
  return stolen;
}

const withoutConflicts = ({ told = [], ...entry }: Entry): Entry => ({
  ...entry,
  told: told.filter(({ conflict }) => !conflict),
});

const timeOf = ({ told = [] }: Entry, shapes: Shapes) =>
  told.flatMap((state) => {
    const shape = shapes.appointment(state.id);
    return shape ? [ownedTime(state, shape)] : [];
  });
