import Link from "next/link";
import { useTranslations } from "next-intl";
import { type CSSProperties, createContext, type ReactNode, useContext, useState } from "react";
import { cn } from "@/components/class-names";
import { walkByArrows } from "@/components/ui/walk-by-arrows";
import { Count } from "./count";
import { type HourCalls, useHourWords } from "./hour-words";

interface HeatTableProps {
  hours: readonly HourCalls[];
  missed: boolean;
  /** Numbers without shades. */
  plain: boolean;
  hrefOf: (at: { weekday?: number; hour?: number }) => string;
}

const weekdays = [1, 2, 3, 4, 5, 6, 7];
/** The hours of a usual day stand there even when nobody called. */
const [usualFrom, usualTo] = [8, 17];
const sumOf = (hours: readonly HourCalls[]) => hours.reduce((sum, { calls }) => sum + calls, 0);

/** Hour by weekday, shaded and with its sums, so that it reads the same with eyes and without. */
export function HeatTable({ hours, missed, plain, hrefOf }: HeatTableProps) {
  const t = useTranslations("analytics.hours");
  const { weekdayName } = useHourWords();
  const callsAt = new Map(hours.map(({ weekday, hour, calls }) => [`${weekday} ${hour}`, calls]));
  const most = Math.max(1, ...hours.map(({ calls }) => calls));
  const called = hours.map(({ hour }) => hour);
  const first = Math.min(usualFrom, ...called);
  const last = Math.max(usualTo, ...called);
  const shownHours = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const dayHead = (weekday: number) => (
    <abbr title={weekdayName(weekday, "long")} className="no-underline">
      {weekdayName(weekday, "short").replace(".", "")}
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
    const name = { weekday: weekdayName(weekday, "long"), hour, calls };
    return (
      <Cell
        calls={calls}
        depth={plain ? 0 : calls / most}
        href={hrefOf({ weekday, hour })}
        name={t(missed ? "missedCell" : "cell", name)}
      />
    );
  };
  const sum = (at: { weekday?: number; hour?: number }, name: string) => {
    const { weekday, hour } = at;
    const counted = hours.filter(
      (one) => (weekday ?? one.weekday) === one.weekday && (hour ?? one.hour) === one.hour,
    );
    const calls = sumOf(counted);
    return <Sum calls={calls} href={hrefOf(at)} name={t("sumOf", { name, calls })} />;
  };
  const dayAxis: Axis = {
    label: t("weekday"),
    keys: weekdays,
    head: dayHead,
    sum: (weekday) => sum({ weekday }, t("daySum", { weekday: weekdayName(weekday, "long") })),
  };
  const hourAxis: Axis = {
    label: t("hours"),
    keys: shownHours,
    head: hourHead,
    sum: (hour) => sum({ hour }, t("hourSum", { hour })),
  };
  const busy = hours.find(({ calls }) => calls > 0);
  const shared = {
    label: t(missed ? "titleMissed" : "title"),
    all: sum({}, t("allSum")),
    arrival: busy && hrefOf(busy),
  };
  return (
    <>
      <Grid {...shared} className="max-sm:hidden" rows={dayAxis} columns={hourAxis} cell={cell} />
      {/* A phone is as wide as a week, not as a day. */}
      <Grid
        {...shared}
        className="sm:hidden"
        rows={hourAxis}
        columns={dayAxis}
        cell={(hour, weekday) => cell(weekday, hour)}
      />
    </>
  );
}

interface Axis {
  label: string;
  keys: number[];
  head: (key: number) => ReactNode;
  sum: (key: number) => ReactNode;
}

interface GridProps {
  label: string;
  className: string;
  rows: Axis;
  columns: Axis;
  cell: (row: number, column: number) => ReactNode;
  all: ReactNode;
  /** Which number the Tab key comes to first. */
  arrival: string | undefined;
}

/** The one number that is a stop of the Tab key; arrows lead to the others. */
const Stop = createContext<string | undefined>(undefined);

const headClasses = "font-normal text-muted-foreground tabular-nums";

function Grid({ label, className, rows, columns, cell, all, arrival }: GridProps) {
  const t = useTranslations("analytics.hours");
  const [reached, setReached] = useState<string>();
  return (
    <Stop value={reached ?? arrival}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its numbers are walked by arrows
        role="grid"
        aria-label={label}
        onKeyDown={(event) => walkByArrows(event, "a")}
        onFocus={({ target }) => setReached(target.getAttribute("href") ?? undefined)}
        onBlur={() => setReached(undefined)}
        className={cn("mt-3 w-full table-fixed border-separate border-spacing-0.5 text-xs", className)}
      >
        <thead>
          <tr>
            <th scope="col" className="w-9 print:w-11">
              <span className="sr-only">{rows.label}</span>
            </th>
            {columns.keys.map((key) => (
              <th key={key} scope="col" className={cn("h-6 text-center", headClasses)}>
                {columns.head(key)}
              </th>
            ))}
            <th scope="col" className={cn("text-right print:w-11", headClasses)}>
              {t("sum")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.keys.map((row) => (
            <tr key={row}>
              <th scope="row" className={cn("text-left", headClasses)}>
                {rows.head(row)}
              </th>
              {columns.keys.map((column) => (
                <td key={column} className="p-0">
                  {cell(row, column)}
                </td>
              ))}
              <td className="p-0">{rows.sum(row)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row" className={cn("text-left", headClasses)}>
              {t("sum")}
            </th>
            {columns.keys.map((column) => (
              <td key={column} className="p-0">
                {columns.sum(column)}
              </td>
            ))}
            <td className="p-0">{all}</td>
          </tr>
        </tbody>
      </table>
    </Stop>
  );
}

interface NumberProps {
  calls: number;
  href: string;
  name: string;
}

const cellClasses = "flex h-11 items-center justify-center rounded-sm tabular-nums sm:h-8";

/** `depth`: 0 to 1, of the busiest hour. */
function Cell({ calls, depth, href, name }: NumberProps & { depth: number }) {
  if (calls === 0)
    return (
      <span className={cn(cellClasses, "bg-muted/60")}>
        <span className="sr-only">{name}</span>
      </span>
    );
  return (
    <NumberLink
      href={href}
      name={name}
      calls={calls}
      className="text-foreground print:print-color-exact"
      // Never so dark that the number could not be read: every step looks like a step.
      style={
        depth > 0
          ? {
              backgroundColor: `color-mix(in oklch, var(--primary) ${Math.round(8 + 42 * depth)}%, var(--surface))`,
            }
          : undefined
      }
    />
  );
}

function Sum({ calls, ...props }: NumberProps) {
  if (calls === 0) return <span className={cn(cellClasses, "justify-end text-muted-foreground")}>0</span>;
  return <NumberLink calls={calls} {...props} className="justify-end font-medium" />;
}

type NumberLinkProps = NumberProps & { className: string; style?: CSSProperties };

function NumberLink({ calls, href, name, className, style }: NumberLinkProps) {
  return (
    <Link
      href={href}
      prefetch={false}
      tabIndex={href === useContext(Stop) ? 0 : -1}
      title={name}
      aria-label={name}
      className={cn(cellClasses, "hover:underline", className)}
      style={style}
    >
      <Count value={calls} />
    </Link>
  );
}
