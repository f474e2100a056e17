"use client";

import { useQuery } from "@tanstack/react-query";
import { CalendarDays, CalendarPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Reading } from "@/lib/german-time";
import { useTRPC } from "@/trpc/client";
import { serializeAddress } from "../../appointments/address";
import { useBusiness } from "../../business-context";
import { useReadingText, wallOf } from "../../quick-entry/understood";
import { usePageLocale } from "../../use-page-locale";
import { Entry, Group, type GroupProps } from "./entry";

/** "Dienstag um drei": what is on that day, and a new appointment at that time; two readings are both offered. */
export function Times({ text, onGo }: GroupProps) {
  const t = useTranslations("shell.palette");
  const trpc = useTRPC();
  const textOf = useReadingText();
  const { slug, can } = useBusiness();
  const language = usePageLocale();
  const { data } = useQuery(
    trpc.appointments.quickEntry.queryOptions(
      { text, language },
      { enabled: text.length >= 2, staleTime: 60_000 },
    ),
  );
  const readings = data && text.length >= 2 ? readingsOf(data.time) : [];
  const days = readings.filter((reading) => wallOf(reading, data?.timeZone ?? "").date);
  if (!data || days.length === 0) return null;
  const address = `/${slug}/appointments`;
  return (
    <Group heading={t("times")}>
      {days.map((reading) => {
        const { date = null, at = null } = wallOf(reading, data.timeZone);
        const when = textOf(reading, data.timeZone);
        const wish = {
          new: true,
          date,
          at,
          service: data.service?.id ?? null,
          with: data.person?.id ?? null,
        };
        return [
          can("appointments:write") && (at || data.service) && (
            <Entry
              key={`new ${when}`}
              value={`new ${when}`}
              icon={CalendarPlus}
              onSelect={() => onGo(`${address}${serializeAddress(wish)}`)}
              hint={[data.service?.name, data.person?.name].filter(Boolean).join(" · ") || undefined}
            >
              {t("newAt", { when })}
            </Entry>
          ),
          <Entry
            key={`on ${when}`}
            value={`on ${when}`}
            icon={CalendarDays}
            onSelect={() => onGo(`${address}${serializeAddress({ view: "day", date })}`)}
          >
            {t("appointmentsOn", { day: textOf({ kind: "day", date: date ?? "" }, data.timeZone) })}
          </Entry>,
        ];
      })}
    </Group>
  );
}

function readingsOf(time: Reading | { kind: string; candidates?: Reading[]; reading?: Reading }): Reading[] {
  if ("candidates" in time && time.candidates) return time.candidates;
  if ("reading" in time && time.reading) return [time.reading];
  return time.kind === "none" || time.kind === "invalid" ? [] : [time as Reading];
}
