import { useQuery } from "@tanstack/react-query";
import { Hourglass } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { RelativeTime } from "../relative-time";
import { Section } from "../section";
import { Time } from "../time";

/** Changes that Cal.com has not taken yet. Nobody has to do anything; where there are none, there is no section. */
export function Waiting() {
  const t = useTranslations("calendarSync");
  const trpc = useTRPC();
  const { slug } = useBusiness();
  const { data } = useQuery(trpc.calendarSync.waiting.queryOptions(undefined, { refetchInterval: 60_000 }));
  if (!data || data.length === 0) return null;
  return (
    <Section title={t("waiting")} aside={t("waitingHint")}>
      <ul>
        {data.map(({ appointmentId, name, startTime, nextAttemptAt, timeZone }) => (
          <li key={appointmentId} className="flex gap-3 border-b py-2.5 last:border-b-0">
            <Hourglass className="mt-0.5 size-4 shrink-0 text-warning-text" aria-hidden="true" />
            <div className="min-w-0">
              <Link
                href={`/${slug}/appointments?appointment=${appointmentId}`}
                prefetch={false}
                className="-my-3 block truncate rounded-sm py-3 font-medium underline-offset-4 hover:underline md:my-0 md:py-0"
              >
                {name ?? t("unnamed")}
              </Link>
              <p className="text-muted-foreground text-table">
                <Time value={startTime} timeZone={timeZone} />
                {nextAttemptAt && (
                  <>
                    {" · "}
                    {t.rich("nextAttempt", {
                      time: () => <RelativeTime value={nextAttemptAt} timeZone={timeZone} />,
                    })}
                  </>
                )}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
