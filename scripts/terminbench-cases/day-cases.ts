import { day, dayOfWeek, firstAfter, iso, monday, plus } from "./calendar";
import { at, type CaseSet, choose, times } from "./case-set";
import { months, ordinals, weekdays } from "./words";

/** Weekdays as they are pointed at, bare and with a clock time. */
export function addWeekdays(set: CaseSet, now: string) {
  const today = day(now);
  weekdays.forEach((name, w) => {
    const isToday = dayOfWeek(today) === w;
    const first = firstAfter(today, w);
    const nextWeek = plus(monday(today), 7 + w);
    const shift = (days: number) => (isToday ? [today, first] : [first]).map((date) => plus(date, days));
    const forms: [string, Date[]][] = [
      [`am ${name}`, shift(0)],
      [`${name}`, shift(0)],
      [`diesen ${name}`, shift(0)],
      [`kommenden ${name}`, [first]],
      [`nächsten ${name}`, [first, nextWeek]],
      [`uebernaechsten ${name}`, [plus(first, 7), plus(nextWeek, 7)]],
      [`nächste Woche ${name}`, [nextWeek]],
      [`${name} nächster Woche`, [nextWeek]],
      [`in der nächsten Woche am ${name}`, [nextWeek]],
      [`übernächste Woche ${name}`, [plus(nextWeek, 7)]],
      [`${name} in einer Woche`, shift(7)],
      [`${name} über acht Tage`, shift(7)],
      [`${name} in vierzehn Tagen`, shift(14)],
      [`in zwei Wochen am ${name}`, [plus(nextWeek, 7), plus(first, 14)]],
      [`diese Woche ${name}`, [plus(monday(today), w)]],
      [`letzten ${name}`, [plus(first, isToday ? -14 : -7)].map((d) => (d >= today ? plus(d, -7) : d))],
    ];
    for (let i = 0; i < 5; i++) {
      const [text, days] = at(forms, set.turn * 5 + i);
      const [suffix, time] = at(times, set.turn + i);
      set.add(time ? "weekday+clock" : "weekday", text + suffix, now, choose(days, time, now));
    }
    set.turn++;
  });
}

/** Days counted from today. */
export function addRelativeDays(set: CaseSet, now: string) {
  const today = day(now);
  const relative: [string, number][] = [
    ["morgen", 1],
    ["übermorgen", 2],
    ["ueberuebermorgen", 3],
    ["in drei Tagen", 3],
    ["in acht Tagen", 7],
    ["in 8 Tagen", 7],
    ["heute in acht Tagen", 7],
    ["morgen in acht Tagen", 8],
    ["in vierzehn Tagen", 14],
    ["in einer Woche", 7],
    ["heute in einer Woche", 7],
    ["morgen über eine Woche", 8],
    ["in sechs Wochen", 42],
    ["gestern", -1],
    ["vorgestern", -2],
    ["vor zwei Wochen", -14],
    ["in zehn Tagen", 10],
  ];
  relative.forEach(([text, days], i) => {
    const [suffix, time] = at(times, i + set.turn);
    set.add("relative", text + suffix, now, choose([plus(today, days)], time, now));
  });
}

/** Dates without a year: the next such date, today included. */
export function addDates(set: CaseSet, now: string) {
  const today = day(now);
  // Dates without a year: the next such date, today included.
  for (let i = 0; i < 16; i++) {
    const number = 1 + ((i * 7 + set.turn * 3) % 31);
    const month = (i * 5 + set.turn) % 12;
    const year = today.getUTCFullYear();
    const candidates = Array.from({ length: 9 }, (_, n) => new Date(Date.UTC(year + n, month, number)));
    const found = candidates.find((date) => date.getUTCMonth() === month && date >= today);
    const [suffix, time] = at(times, i + set.turn);
    const forms = [
      `am ${number}.${month + 1}.`,
      `am ${ordinals[number]} ${months[month]}`,
      `${number}. ${months[month]}`,
      `am ${ordinals[number]} ${ordinals[month + 1]}`,
    ];
    const past = found && time && iso(found) === now.slice(0, 10);
    if (past) continue;
    set.add(
      "date",
      at(forms, i) + suffix,
      now,
      found ? choose([found], time, now) : { kind: "invalid", reason: "no_such_date" },
    );
  }
}
