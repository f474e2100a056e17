"use client";

import { useFormatter, useTranslations } from "next-intl";
import { clockOf } from "@/lib/clock-minutes";
import { useBranches } from "../branch-filter";
import type { StaffLook } from "../staff-mark";
import type { Plan } from "./plan";

interface ReplanBarProps {
  plan: Plan | undefined;
  by: "pointer" | "keys" | undefined;
  stopped: boolean;
  looks: ReadonlyMap<number, StaffLook>;
}

/** Says, and shows to who works with keys, where the appointment would stand and which keys there are. */
export function ReplanBar({ plan, by, stopped, looks }: ReplanBarProps) {
  const t = useTranslations("appointments");
  const place = usePlaceText(plan, looks);
  const shown = plan && by === "keys";
  return (
    <>
      <p role="status" className="sr-only">
        {shown ? `${place}. ${isFresh(plan) ? t("replan.keys") : ""}` : stopped && t("replan.stopped")}
      </p>
      {shown && (
        <div
          aria-hidden="true"
          className="fixed inset-x-4 bottom-20 z-40 mx-auto w-fit max-w-full rounded-surface border bg-surface px-4 py-2.5 text-center shadow-float md:bottom-6"
        >
          <span className="block font-medium tabular-nums">{place}</span>
          <span className="block text-muted-foreground text-table">{t("replan.keys")}</span>
        </div>
      )}
    </>
  );
}

const isFresh = ({ item, startMinute, endMinute, column }: Plan) =>
  startMinute === item.startMinute && endMinute === item.endMinute && column.date === item.date;

function usePlaceText(plan: Plan | undefined, looks: ReadonlyMap<number, StaffLook>): string {
  const t = useTranslations("appointments");
  const format = useFormatter();
  const branches = useBranches();
  if (!plan) return "";
  const { item, column, startMinute, endMinute } = plan;
  const day = format.dateTime(new Date(column.date), {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  });
  const words = {
    name: item.name ?? t("unnamed"),
    day,
    from: clockOf(startMinute),
    until: clockOf(endMinute),
  };
  const person = looks.get(column.staffId ?? item.staffId ?? 0)?.name;
  const branch = branches.find(({ id }) => id === column.branchId)?.name;
  const where = [branch, person].filter(Boolean).join(", ");
  return where ? t("replan.spokenAt", { ...words, where }) : t("replan.spoken", words);
}
