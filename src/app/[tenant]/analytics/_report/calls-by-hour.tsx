import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
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
  return (
    <Section title={t("title")} aside={t("hint")}>
      <div className="-mx-4 relative overflow-x-auto px-4 pt-3 md:mx-0 md:px-0">
        <table
          aria-label={t("title")}
          className="w-full min-w-[30rem] table-fixed border-separate border-spacing-0.5 text-xs"
        >
          <thead>
            <tr>
              <th scope="col" className="w-9 text-left font-normal text-muted-foreground">
                <span className="sr-only">{t("weekday")}</span>
              </th>
              {hours.map((hour) => (
                <th
                  key={hour}
                  scope="col"
                  className="h-6 text-center font-normal text-muted-foreground tabular-nums"
                >
                  <span aria-hidden="true">{hour}</span>
                  <span className="sr-only">{t("hour", { hour })}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weekdays.map((weekday) => (
              <tr key={weekday}>
                <th scope="row" className="text-left font-normal text-muted-foreground">
                  <abbr title={nameOf(weekday, "long")} className="no-underline">
                    {nameOf(weekday, "short").replace(".", "")}
                  </abbr>
                </th>
                {hours.map((hour) => {
                  const calls = callsAt.get(`${weekday} ${hour}`) ?? 0;
                  return (
                    <td key={hour} className="p-0">
                      <Cell
                        calls={calls}
                        depth={calls / most}
                        plain={view === "tables"}
                        href={rows.calls({ weekday, hour })}
                        name={t("cell", { weekday: nameOf(weekday, "long"), hour, calls })}
                      />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
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
      <span className={cn("flex h-8 items-center justify-center rounded-sm", !plain && "bg-muted")}>
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
        "flex h-8 items-center justify-center rounded-sm tabular-nums print:print-color-exact",
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
