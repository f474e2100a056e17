import type { CalendarItem } from "./slip";
import type { StaffLook } from "./staff-mark";

export interface StaffColumn {
  /** 0: appointments of nobody, or of somebody who has left. */
  id: number;
  name: string | null;
  items: CalendarItem[];
}

/** Everybody's day, in the team's order; nobody's last and only where there is something. */
export function staffColumns(
  looks: ReadonlyMap<number, Pick<StaffLook, "name">>,
  appointments: readonly CalendarItem[],
  date: string,
  staffId: number | null,
): StaffColumn[] {
  const ofDay = appointments.filter((item) => item.date === date);
  const team = [...looks]
    .filter(([id]) => staffId === null || id === staffId)
    .map(([id, { name }]) => ({ id, name, items: ofDay.filter((item) => item.staffId === id) }));
  const rest = ofDay.filter((item) => item.staffId === null || !looks.has(item.staffId));
  return rest.length > 0 || team.length === 0 ? [...team, { id: 0, name: null, items: rest }] : team;
}
