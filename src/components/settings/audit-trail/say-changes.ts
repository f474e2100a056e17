import type { useFormatter, useTranslations } from "next-intl";
import type { FieldChange, PlainValue } from "@/contracts/audit-trail";
import { clockOf } from "@/lib/clock-minutes";
import { runsOf } from "../../weekdays";
import type { TrailRow } from "./say-event";

type Translate = ReturnType<typeof useTranslations<"auditTrail">>;
type Format = Pick<ReturnType<typeof useFormatter>, "dateTime" | "number">;

export interface SaidChange {
  field: string;
  /** Missing where only the field is known. */
  values?: { from: string; to: string };
}

/** What changed, in words: every field that is known to have, with what it was and is where that was kept. */
export function sayChanges(t: Translate, format: Format, { fields, changes }: TrailRow): SaidChange[] {
  return fields.map((field) => {
    const change = changes.find((one) => one.field === field);
    return {
      field: sayField(t, field),
      values: change && {
        from: sayValue(t, format, change, change.from),
        to: sayValue(t, format, change, change.to),
      },
    };
  });
}

/** The same in one line, as a list and a file show it. */
export const sayChangesInLine = (t: Translate, format: Format, row: TrailRow): string =>
  sayChanges(t, format, row)
    .map(({ field, values }) => (values ? t("change", { field, ...values }) : field))
    .join(" · ");

const sayField = (t: Translate, field: string) =>
  t(t.has(`fields.${field as "name"}`) ? `fields.${field as "name"}` : "fields.other");

/** What there can be several of, or none. */
const manyOf = new Set(["openingHours", "workingHours", "serviceIds", "closures", "timeOff"]);

function sayValue(t: Translate, format: Format, { field }: FieldChange, value: PlainValue): string {
  if (value === null || value === "") return t(manyOf.has(field) ? "value.noneOfMany" : "value.none");
  if (typeof value === "boolean") return t(value ? "value.yes" : "value.no");
  if (field === "openingHours" || field === "workingHours") return sayWeek(t, format, String(value));
  if (field === "specialHours") return sayDay(t, format, String(value));
  if (field === "closures" || field === "timeOff") return sayDays(t, format, String(value));
  if (field === "priceCents")
    return format.number(Number(value) / 100, { style: "currency", currency: "EUR" });
  if (typeof value === "number") {
    const unit = /(Minutes|Hours|Days)(Before)?$/.exec(field)?.[1];
    const count = { count: value };
    if (unit === "Minutes") return t("value.minutes", count);
    if (unit === "Hours") return t("value.hours", count);
    if (unit === "Days") return t("value.days", count);
    return format.number(value);
  }
  return t.has(`value.of.${value as "owner"}`) ? t(`value.of.${value as "owner"}`) : value;
}

/** "1 480-1080;2 480-1080" (weekday, minutes since midnight) → "Mo–Di 08:00–18:00". */
function sayWeek(t: Translate, format: Format, text: string): string {
  const ranges = new Map<number, string[]>();
  for (const part of text.split(";")) {
    const [weekday, hours = ""] = part.split(" ");
    ranges.set(Number(weekday), [...(ranges.get(Number(weekday)) ?? []), sayHours(t, hours)]);
  }
  const days = new Map<string, number[]>();
  for (const [weekday, of] of ranges) {
    const hours = of.join(", ");
    days.set(hours, [...(days.get(hours) ?? []), weekday]);
  }
  const nameOf = (weekday: number) =>
    format
      .dateTime(new Date(Date.UTC(2024, 0, weekday)), { weekday: "short", timeZone: "UTC" })
      .replace(".", "");
  const several = (weekdays: number[]) =>
    runsOf(weekdays)
      .map(([first, last]) =>
        first === last ? nameOf(first) : t("value.range", { from: nameOf(first), to: nameOf(last) }),
      )
      .join(", ");
  return [...days].map(([hours, weekdays]) => `${several(weekdays)} ${hours}`).join("; ");
}

/** "480-1080" (minutes since midnight) → "08:00–18:00". */
function sayHours(t: Translate, text: string): string {
  const [from = 0, to = 0] = text.split("-").map(Number);
  return t("value.range", { from: clockOf(from), to: clockOf(to) });
}

/** "2026-12-24 480-720,780-1080" → "24.12.2026, 08:00–12:00, 13:00–18:00". */
function sayDay(t: Translate, format: Format, text: string): string {
  const [date = "", hours] = text.split(" ");
  const day = sayDate(format, date);
  return hours
    ? [day, ...hours.split(",").map((range) => sayHours(t, range))].join(", ")
    : t("value.asUsual", { day });
}

/** "2026-12-24/2026-12-31" → "24.12.2026–31.12.2026"; "2026-12-24 840/2026-12-24 960" → "24.12.2026, 14:00–16:00". */
function sayDays(t: Translate, format: Format, text: string): string {
  const [start = "", end = ""] = text.split("/");
  if (start === end) return sayDate(format, start);
  const [[first, from], [last, to]] = [start.split(" "), end.split(" ")];
  return first === last
    ? sayDay(t, format, `${first} ${from}-${to}`)
    : t("value.range", { from: sayMoment(format, start), to: sayMoment(format, end) });
}

/** "2026-12-24 840" → "24.12.2026, 14:00", without a minute the day. */
function sayMoment(format: Format, text: string): string {
  const [date = "", minute] = text.split(" ");
  return minute ? `${sayDate(format, date)}, ${clockOf(Number(minute))}` : sayDate(format, date);
}

const sayDate = (format: Format, date: string) =>
  format.dateTime(new Date(`${date}T12:00:00Z`), { dateStyle: "medium", timeZone: "UTC" });
