"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { type CallMark, type FunnelStage, funnelStages } from "@/contracts/call-marks";
import { useTRPC } from "@/trpc/client";
import { type FilterAddress, none } from "./address";

const isStage = (mark: CallMark): mark is FunnelStage => (funnelStages as readonly string[]).includes(mark);

/** What a number of the analysis narrowed the list to, in words; no such part is in the filters' own fields. */
export function useNarrowedText({ branch, agent, mark, weekday, hour }: FilterAddress): (string | null)[] {
  const t = useTranslations("calls.filter");
  const analytics = useTranslations("analytics");
  const format = useFormatter();
  const trpc = useTRPC();
  const branches = useQuery(
    trpc.catalog.branches.queryOptions(undefined, { staleTime: 300_000, enabled: Boolean(branch) }),
  );
  const dayName =
    weekday === null
      ? null
      : format.dateTime(new Date(Date.UTC(2024, 0, weekday)), { weekday: "long", timeZone: "UTC" });
  return [
    mark && (isStage(mark) ? analytics(`funnel.${mark}`) : analytics(`missed.reason.${mark}`)),
    hour === null
      ? dayName
      : dayName
        ? t("hour", { weekday: dayName, hour })
        : analytics("hours.hour", { hour }),
    branch === none ? t("noBranch") : (branches.data?.find(({ id }) => id === branch)?.name ?? null),
    agent === null ? null : t(agent === none ? "noAgent" : "oneAgent"),
  ];
}
