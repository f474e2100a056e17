/** One change in the event log. */
export interface Fact {
  /** `settled`: a conflict is none any more, without a new version of the appointment. */
  type: "booked" | "moved" | "resized" | "cancelled" | "settled";
  id: number;
  /** Of a move: its starts. Of another length: its ends. */
  from?: number;
  to?: number;
  /** Of a move: the first person that it was taken from. */
  fromStaffId?: number;
  /** Cal.com decided it against our calendar, and the same transaction marked it. */
  conflict?: boolean;
}

export interface LoggedEvent {
  type: string;
  entityId: number | null;
  data: unknown;
}

type Data = Record<"fromStart" | "fromEnd" | "toStart" | "toEnd", string> & { fromStaffId: number | null };

const factTypes: Record<string, Fact["type"]> = {
  "appointment.booked": "booked",
  "appointment.moved": "moved",
  "appointment.resized": "resized",
  "appointment.cancelled": "cancelled",
  "calcom.conflict_settled": "settled",
};
const mark = "calcom.conflict_found";

export const factEvents = [...Object.keys(factTypes), mark];

/** Events to facts, in the same order. A mark belongs to its appointment's last change: both hold the row's lock. */
export function readFacts(logged: readonly LoggedEvent[]): Fact[] {
  const facts: Fact[] = [];
  const latest = new Map<number, Fact>();
  for (const { type, entityId, data } of logged) {
    const id = entityId ?? 0;
    const known = latest.get(id);
    if (type === mark && known) known.conflict = true;
    const factType = factTypes[type];
    if (!factType) continue;
    // MariaDB keeps JSON as text.
    const told = (typeof data === "string" ? JSON.parse(data) : data) as Partial<Data>;
    const [from, to] = [told.fromStart ?? told.fromEnd, told.toStart ?? told.toEnd];
    const fact: Fact = {
      type: factType,
      id,
      ...(to ? { from: Date.parse(from ?? ""), to: Date.parse(to) } : {}),
      ...(told.fromStaffId ? { fromStaffId: told.fromStaffId } : {}),
    };
    latest.set(id, fact);
    facts.push(fact);
  }
  return facts;
}
