import type { CalendarDay } from "./outputs";
import type { CalendarItem } from "./slip";
import type { StaffLook } from "./staff-mark";

/** The day of one person or one branch; neither where the day as a whole stands there. */
export interface DeskColumn {
  key: string;
  day: Omit<CalendarDay, "branches">;
  items: CalendarItem[];
  /** 0: appointments of nobody, or of somebody who has left. */
  staffId?: number;
  /** 0: appointments of no branch, or of one that is closed for good. */
  branchId?: number;
  /** Null for nobody and for no branch. */
  name?: string | null;
}

interface Asked {
  looks: ReadonlyMap<number, Pick<StaffLook, "name">>;
  branches: readonly { id: number; name: string }[];
  /** Of any day. */
  appointments: readonly CalendarItem[];
  /** Only this one. */
  staff: number | null;
  branch: number | null;
}

/** Everybody's day, in the team's order; nobody's last and only where there is something. */
export function staffColumns(day: CalendarDay, { looks, appointments, staff }: Asked): DeskColumn[] {
  const ofDay = appointments.filter((item) => item.date === day.date);
  const column = (staffId: number, name: string | null, items: CalendarItem[]) => ({
    key: `${day.date}/${staffId}`,
    ...{ day, items, staffId, name },
  });
  const team = [...looks]
    .filter(([id]) => staff === null || id === staff)
    .map(([id, { name }]) =>
      column(
        id,
        name,
        ofDay.filter((item) => item.staffId === id),
      ),
    );
  const rest = ofDay.filter((item) => item.staffId === null || !looks.has(item.staffId));
  return rest.length > 0 || team.length === 0 ? [...team, column(0, null, rest)] : team;
}

/** The day of each branch with its own opening and people; without a branch last and only where there is something. */
export function branchColumns(
  day: CalendarDay,
  { branches, appointments, branch: only }: Asked,
): DeskColumn[] {
  const ofDay = appointments.filter((item) => item.date === day.date);
  const known = branches
    .filter(({ id }) => only === null || id === only)
    .map(({ id, name }) => ({
      key: `${day.date}/${id}`,
      day: day.branches.find(({ branchId }) => branchId === id) ?? day,
      items: ofDay.filter((item) => item.branchId === id),
      branchId: id,
      name,
    }));
  const rest = ofDay.filter((item) => !branches.some(({ id }) => id === item.branchId));
  if (rest.length === 0) return known;
  return [...known, { key: `${day.date}/0`, day, items: rest, branchId: 0, name: null }];
}

/** A week's day by people has room only for who works or has something to do; a closed day stays one column. */
export function dayWithin(week: (day: CalendarDay) => DeskColumn[], day: CalendarDay): DeskColumn[] {
  const needed = week(day).filter(
    ({ staffId, items, day: { open } }) =>
      items.length > 0 ||
      (staffId === undefined
        ? open.length > 0
        : day.staff.some((person) => person.staffId === staffId && person.work.length > 0)),
  );
  return needed.length > 0 ? needed : [{ key: day.date, day, items: [] }];
}
