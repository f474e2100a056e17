import { CircleCheck, CircleSlash, Hourglass } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Outputs } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { RelativeTime } from "../relative-time";
import { Section } from "../section";
import { StatusMark } from "../status-mark";

type EventType = NonNullable<Outputs["calendarSync"]["state"]>["eventTypes"][number];

/** How old the copy of the free times is, for each event type: that is what callers are offered from. */
export function SlotAges({ eventTypes }: { eventTypes: EventType[] }) {
  const t = useTranslations("calendarSync");
  const { timeZone } = useBusiness();
  return (
    <Section title={t("copy")}>
      <p className="pt-2 pb-1 text-muted-foreground text-table">{t("copyHint")}</p>
      <ul>
        {eventTypes.map((type) => {
          const { fetchedAt } = type;
          return (
            <li
              key={type.id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-0.5 border-b py-2.5 last:border-b-0"
            >
              <span className="min-w-0 truncate">
                {type.serviceName ?? type.title}
                <span className="text-muted-foreground"> · {type.staffName ?? t("anyone")}</span>
              </span>
              <span className="flex flex-wrap items-center gap-x-4 text-table">
                {fetchedAt && (
                  <span className="text-muted-foreground">
                    {t.rich("fetched", {
                      time: () => <RelativeTime value={fetchedAt} timeZone={timeZone} />,
                    })}
                  </span>
                )}
                <Age type={type} />
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function Age({ type: { isOffered, isOld } }: { type: EventType }) {
  const t = useTranslations("calendarSync.age");
  if (!isOffered)
    return (
      <StatusMark icon={CircleSlash} tone="danger">
        {t("off")}
      </StatusMark>
    );
  return isOld ? (
    <StatusMark icon={Hourglass} tone="warning">
      {t("old")}
    </StatusMark>
  ) : (
    <StatusMark icon={CircleCheck} tone="success">
      {t("fresh")}
    </StatusMark>
  );
}
