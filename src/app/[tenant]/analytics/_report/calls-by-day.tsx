import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { Section } from "@/components/section";
import { useDayText } from "@/components/use-day-text";
import { Count } from "./count";
import { RowsLink } from "./rows-link";
import { type ReportData, useAddress, useRows } from "./use-report";

type Day = ReportData["days"][number];

/** Beyond this, weeks: a bar must stay wide enough to be touched. */
const mostBars = 62;
const height = 120;

/** Calls of each day, those that booked in the accent; the period before as a line behind them. */
export function CallsByDay({ report }: { report: ReportData }) {
  const t = useTranslations("analytics.byDay");
  const [{ view }] = useAddress();
  const weekly = report.days.length > mostBars;
  const spans = spansOf(report.days, weekly ? 7 : 1);
  return (
    <Section title={weekly ? t("titleWeeks") : t("title")}>
      {view === "tables" ? <DayTable spans={spans} /> : <DayChart spans={spans} />}
    </Section>
  );
}

interface Counted {
  day: string;
  lastDay: string;
  calls: number;
}

interface Span extends Counted {
  booked: number;
  /** As many days of the time compared with; null where that has no more. */
  before: Counted | null;
}

function spansOf(days: readonly Day[], length: number): Span[] {
  return Array.from({ length: Math.ceil(days.length / length) }, (_, index) => {
    const span = days.slice(index * length, (index + 1) * length);
    const before = span.flatMap((day) => day.before ?? []);
    return {
      ...counted(span),
      booked: span.reduce((sum, { booked }) => sum + booked, 0),
      before: before.length === 0 ? null : counted(before),
    };
  });
}

const counted = (days: readonly { day: string; calls: number }[]): Counted => ({
  day: days[0]?.day ?? "",
  lastDay: days.at(-1)?.day ?? "",
  calls: days.reduce((sum, { calls }) => sum + calls, 0),
});

function useSpanText() {
  const format = useFormatter();
  const dayText = useDayText();
  return ({ day, lastDay }: Counted, style: "short" | "long" = "long") => {
    const options =
      style === "short"
        ? ({ day: "numeric", month: "numeric", timeZone: "UTC" } as const)
        : ({ weekday: "short", day: "numeric", month: "short", timeZone: "UTC" } as const);
    if (style === "long" && day === lastDay) return dayText(day);
    return day === lastDay || style === "short"
      ? format.dateTime(new Date(day), options)
      : format.dateTimeRange(new Date(day), new Date(lastDay), options);
  };
}

function DayChart({ spans }: { spans: readonly Span[] }) {
  const t = useTranslations("analytics.byDay");
  const textOf = useSpanText();
  const rows = useRows();
  const most = Math.max(1, ...spans.flatMap(({ calls, before }) => [calls, before?.calls ?? 0]));
  const y = (calls: number) => height - (calls / most) * height;
  const hadCalls = spans.some(({ before }) => before?.calls);
  const line = spans.flatMap(({ before }, i) =>
    before ? [`${((i + 0.5) / spans.length) * 100},${y(before.calls)}`] : [],
  );
  return (
    <figure className="pt-4">
      <div className="relative" style={{ height }}>
        <svg
          aria-hidden="true"
          viewBox={`0 0 100 ${height}`}
          preserveAspectRatio="none"
          className="absolute inset-0 size-full overflow-visible"
        >
          <polyline
            points={hadCalls ? line.join(" ") : ""}
            fill="none"
            className="stroke-control"
            strokeWidth={1.5}
            strokeDasharray="3 3"
            vectorEffect="non-scaling-stroke"
          />
        </svg>
        <ol className="absolute inset-0 flex items-end">
          {spans.map((span) => (
            <li key={span.day} className="h-full flex-1">
              <Link
                href={rows.calls({ from: span.day, to: span.lastDay })}
                prefetch={false}
                title={t("bar", { day: textOf(span), calls: span.calls, booked: span.booked })}
                aria-label={t("bar", { day: textOf(span), calls: span.calls, booked: span.booked })}
                className="group flex h-full flex-col justify-end px-px"
              >
                <span
                  className="block rounded-t-xs bg-primary/25 group-hover:bg-primary/40 print:print-color-exact"
                  style={{ height: `${((span.calls - span.booked) / most) * 100}%` }}
                />
                <span
                  className="block bg-primary print:print-color-exact"
                  style={{ height: `${(span.booked / most) * 100}%` }}
                />
              </Link>
            </li>
          ))}
        </ol>
      </div>
      <div
        aria-hidden="true"
        className="flex justify-between border-t pt-1 text-muted-foreground text-xs tabular-nums"
      >
        {[spans[0], spans[Math.floor((spans.length - 1) / 2)], spans.at(-1)].map(
          (span, i) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: first, middle and last
            span && <span key={i}>{textOf(span, "short")}</span>,
        )}
      </div>
      <figcaption className="flex flex-wrap gap-x-5 gap-y-1 pt-3 text-muted-foreground text-table">
        <Key className="bg-primary">{t("booked")}</Key>
        <Key className="bg-primary/25">{t("other")}</Key>
        {hadCalls && (
          <span className="inline-flex items-center gap-2">
            <span aria-hidden="true" className="w-4 border-control border-t-2 border-dashed" />
            {t("before")}
          </span>
        )}
      </figcaption>
    </figure>
  );
}

function Key({ className, children }: { className: string; children: string }) {
  return (
    <span className="inline-flex items-center gap-2">
      <span aria-hidden="true" className={`size-2.5 rounded-xs print:print-color-exact ${className}`} />
      {children}
    </span>
  );
}

function DayTable({ spans }: { spans: readonly Span[] }) {
  const t = useTranslations("analytics.byDay");
  const textOf = useSpanText();
  const rows = useRows();
  return (
    <table aria-label={t("title")} className="w-full text-table">
      <thead>
        <tr className="border-b text-left text-muted-foreground">
          <th scope="col" className="h-9 font-medium">
            {t("day")}
          </th>
          <th scope="col" className="text-right font-medium">
            {t("calls")}
          </th>
          <th scope="col" className="text-right font-medium">
            {t("booked")}
          </th>
          <th scope="col" className="text-right font-medium">
            {t("before")}
          </th>
        </tr>
      </thead>
      <tbody className="tabular-nums">
        {spans.map((span) => (
          <tr key={span.day} className="border-b last:border-b-0">
            <th scope="row" className="h-9 text-left font-normal">
              {textOf(span)}
            </th>
            <td className="text-right">
              <RowsLink href={rows.calls({ from: span.day, to: span.lastDay })}>
                <Count value={span.calls} />
              </RowsLink>
            </td>
            <td className="text-right">
              <RowsLink href={rows.calls({ from: span.day, to: span.lastDay, mark: "booked" })}>
                <Count value={span.booked} />
              </RowsLink>
            </td>
            <td className="text-right text-muted-foreground">
              {span.before === null ? (
                "–"
              ) : (
                <RowsLink href={rows.calls({ from: span.before.day, to: span.before.lastDay })}>
                  <Count value={span.before.calls} />
                </RowsLink>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
