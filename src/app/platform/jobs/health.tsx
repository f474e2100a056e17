"use client";

import { useQuery } from "@tanstack/react-query";
import { Activity, CircleAlert, Loader, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { platformTimeZone } from "@/components/platform/platform-time-zone";
import { QueryErrorState } from "@/components/query-error-state";
import { RelativeTime } from "@/components/relative-time";
import { StatusMark } from "@/components/status-mark";
import type { BadgeTone } from "@/components/ui/badge";
import { type Outputs, useTRPC } from "@/trpc/client";

const marks: Record<
  Outputs["platform"]["health"]["state"],
  { icon: LucideIcon; tone: BadgeTone; hint: "aliveHint" | "staleHint" | "startingHint" }
> = {
  alive: { icon: Activity, tone: "success", hint: "aliveHint" },
  stale: { icon: CircleAlert, tone: "danger", hint: "staleHint" },
  starting: { icon: Loader, tone: "neutral", hint: "startingHint" },
};

/** Whether the background work lives, and what waits for it. */
export function Health() {
  const t = useTranslations("platform.jobs");
  const trpc = useTRPC();
  const query = useQuery(trpc.platform.health.queryOptions(undefined, { refetchInterval: 10_000 }));
  if (!query.data) return query.isError ? <QueryErrorState query={query} /> : null;
  const { state, lastHeartbeatAt, dueRuns, oldestUndispatchedSeconds } = query.data;
  const { hint, ...mark } = marks[state];
  return (
    <div className="flex flex-col gap-1 border-y py-3" role="status">
      <div className="font-medium">
        <StatusMark {...mark}>{t(state)}</StatusMark>
      </div>
      <p className="text-muted-foreground">
        {t.rich(hint, {
          time: () => lastHeartbeatAt && <RelativeTime value={lastHeartbeatAt} timeZone={platformTimeZone} />,
        })}
        {" · "}
        {t("waiting", { count: dueRuns })}
        {oldestUndispatchedSeconds !== null && oldestUndispatchedSeconds > 60 && (
          <> · {t("delay", { seconds: oldestUndispatchedSeconds })}</>
        )}
      </p>
    </div>
  );
}
