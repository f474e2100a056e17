import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/class-names";
import { Section } from "@/components/section";
import { Count } from "./count";
import { type ReportData, useAddress, useRows } from "./use-report";

interface ReportPartProps {
  report: ReportData;
  days: { fromDate: string; toDate: string };
}

const weekdays = [1, 2, 3, 4, 5, 6, 7];
/** The hours of a usual day stand there even when nobody called. */
const [usualFrom, usualTo] = [8, 17];

/**
 * Hour by weekday: a table whose cells are shaded, so that it reads the same with eyes and without. Hours are those on
 * the wall.
 */
export function CallsByHour({ report, days }: ReportPartProps) {
  const t = useTranslations("analytics.hours");
  const format = useFormatter();
  const rows = useRows(days);
  const [{ view }] = useAddress();
  const callsAt = new Map(report.hours.map(({ weekday, hour, calls }) => [`${weekday} ${hour}`, calls]));
  const most = Math.max(1, ...report.hours.map(({ calls }) => calls));
  const called = report.hours.map(({ hour }) => hour);
  const first = Math.min(usualFrom, ...called);
  const last = Math.max(usualTo, ...called);
  const hours = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  // 1 January 2024 was a Monday.
  const nameOf = (weekday: number, style: "short" | "long") =>
    format.dateTime(new Date(Date.UTC(2024, 0, weekday)), { weekday: style, timeZone: "UTC" });
  const dayHead = (weekday: number) => (
    <abbr title={nameOf(weekday, "long")} className="no-underline">
      {nameOf(weekday, "short").replace(".", "")}
    </abbr>
  );
  const hourHead = (hour: number) => (
    <>
      <span aria-hidden="true">{hour}</span>
      <span className="sr-only">{t("hour", { hour })}</span>
    </>
  );
  const cell = (weekday: number, hour: number) => {
    const calls = callsAt.get(`${weekday} ${hour}`) ?? 0;
    return (
      <Cell
        calls={calls}
        depth={calls / most}
        plain={view === "tables"}
        href={rows.calls({ weekday, hour })}
        name={t("cell", { weekday: nameOf(weekday, "long"), hour, calls })}
      />
    );
  };
  return (
    <Section title={t("title")} aside={t("hint")}>
      <HeatTable
        label={t("title")}
        className="max-sm:hidden"
        rows={{ label: t("weekday"), keys: weekdays, head: dayHead }}
        columns={{ keys: hours, head: hourHead }}
        cell={cell}
      />
      {/* A phone is as wide as a week, not as a day. */}
      <HeatTable
        label={t("title")}
        className="sm:hidden"
        rows={{ label: t("hours"), keys: hours, head: hourHead }}
        columns={{ keys: weekdays, head: dayHead }}
        cell={(hour, weekday) => cell(weekday, hour)}
      />
    </Section>
  );
}

interface Axis {
  keys: number[];
  head: (key: number) => ReactNode;
}

interface HeatTableProps {
  label: string;
  className: string;
  rows: Axis & { label: string };
  columns: Axis;
  cell: (row: number, column: number) => ReactNode;
}

function HeatTable({ label, className, rows, columns, cell }: HeatTableProps) {
  return (
    <table
      aria-label={label}
      className={cn("mt-3 w-full table-fixed border-separate border-spacing-0.5 text-xs", className)}
    >
      <thead>
        <tr>
          <th scope="col" className="w-9 text-left font-normal text-muted-foreground">
            <span className="sr-only">{rows.label}</span>
          </th>
          {columns.keys.map((key) => (
            <th
              key={key}
              scope="col"
              className="h-6 text-center font-normal text-muted-foreground tabular-nums"
            >
              {columns.head(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.keys.map((row) => (
          <tr key={row}>
            <th scope="row" className="text-left font-normal text-muted-foreground tabular-nums">
              {rows.head(row)}
            </th>
            {columns.keys.map((column) => (
              <td key={column} className="p-0">
                {cell(row, column)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  calls: number;
  /** 0 to 1, of the busiest hour. */
  depth: number;
  plain: boolean;
  href: string;
  name: string;
}

function Cell({ calls, depth, plain, href, name }: CellProps) {
  if (calls === 0)
    return (
      <span className={cn("flex h-11 items-center sm:h-8 justify-center rounded-sm", !plain && "bg-muted")}>
        <span className="sr-only">{name}</span>
      </span>
    );
  const strong = depth > 0.55 && !plain;
  return (
    <Link
      href={href}
      prefetch={false}
      title={name}
      aria-label={name}
      className={cn(
        "flex h-11 items-center sm:h-8 justify-center rounded-sm tabular-nums print:print-color-exact",
        strong ? "text-primary-foreground" : "text-foreground",
        plain && "hover:underline",
      )}
      style={
        plain
          ? undefined
          : {
              backgroundColor: `color-mix(in oklch, var(--primary) ${strong ? Math.round(78 + 22 * depth) : Math.round(8 + 44 * depth)}%, var(--surface))`,
            }
      }
    >
      <Count value={calls} />
    </Link>
  );
}
