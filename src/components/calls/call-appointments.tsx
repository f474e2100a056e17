import Link from "next/link";
import { useTranslations } from "next-intl";
import { useBusiness } from "../business-context";
import { Section } from "../section";
import { StatusBadge } from "../status-badge";
import { Time } from "../time";
import type { Call } from "./lay-transcript";

/** What stands in the calendar because of this call; no heading where nothing does. */
export function CallAppointments({ appointments }: { appointments: Call["appointments"] }) {
  const t = useTranslations("calls.facts");
  const { slug } = useBusiness();
  if (appointments.length === 0) return null;
  return (
    <Section title={t("appointments", { count: appointments.length })}>
      <ul>
        {appointments.map(({ id, startTime, endTime, status, name, serviceName, staffName, timeZone }) => (
          <li key={id} className="border-b last:border-b-0">
            <Link
              href={`/${slug}/appointments?appointment=${id}`}
              className="-mx-3 flex flex-col gap-0.5 rounded-control px-3 py-2.5 transition-colors duration-150 hover:bg-muted"
            >
              <Time value={startTime} end={endTime} timeZone={timeZone} className="font-medium" />
              <span className="text-muted-foreground text-table">
                {[serviceName, staffName, name].filter(Boolean).join(" · ")}
              </span>
              <span className="pt-0.5 text-table">
                <StatusBadge status={status} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
