"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { CalendarPlus, X } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { FormSheet } from "../form/form-sheet";
import { Section } from "../section";
import { toast } from "../toast";
import { Button } from "../ui/button";
import { useDayText } from "../use-day-text";
import { useErrorToast } from "../use-error-toast";
import type { StaffMember } from "./outputs";
import { useCatalogChanged } from "./use-catalog-changed";
import { useRangeText } from "./week-view";

const SpecialHoursForm = dynamic(() =>
  import("./special-hours-form").then((module) => module.SpecialHoursForm),
);

/** Single days with other hours than usual. */
export function StaffSpecialHours({ person }: { person: StaffMember }) {
  const t = useTranslations("team.staff.special");
  const { can } = useBusiness();
  const refresh = useCatalogChanged();
  const days = [...new Set(person.specialHours.map(({ day }) => day))];
  return (
    <Section
      title={t("title")}
      aside={
        can("catalog:write") && (
          <FormSheet
            title={t("new")}
            description={t("hint")}
            refresh={refresh}
            trigger={
              <Button size="small" variant="ghost" className="-mr-2.5">
                <CalendarPlus />
                {t("add")}
              </Button>
            }
          >
            {(close) => <SpecialHoursForm person={person} onDone={close} />}
          </FormSheet>
        )
      }
    >
      {days.length === 0 && <p className="py-3 text-muted-foreground">{t("none")}</p>}
      <ul>
        {days.map((day) => (
          <SpecialDay key={day} person={person} day={day} />
        ))}
      </ul>
    </Section>
  );
}

function SpecialDay({ person, day }: { person: StaffMember; day: string }) {
  const t = useTranslations("team.staff.special");
  const trpc = useTRPC();
  const { can } = useBusiness();
  const sayError = useErrorToast();
  const changed = useCatalogChanged();
  const { data: branches = [] } = useQuery(trpc.branches.list.queryOptions());
  const rangeText = useRangeText(branches);
  const dayText = useDayText()(day);
  const ranges = person.specialHours.filter((range) => range.day === day);
  const remove = useMutation(
    trpc.staff.setSpecialHours.mutationOptions({
      onSuccess: () => toast(t("removed", { day: dayText })),
      onError: sayError,
      onSettled: changed,
    }),
  );
  return (
    <li className="flex min-h-11 items-center justify-between gap-4 border-t py-1 first:border-t-0">
      <span className="font-medium tabular-nums">{dayText}</span>
      <span className="ml-auto whitespace-pre-line text-right tabular-nums">
        {ranges.map(rangeText).join("\n")}
      </span>
      {can("catalog:write") && (
        <Button
          variant="ghost"
          size="icon"
          aria-label={t("remove", { day: dayText })}
          disabled={remove.isPending}
          onClick={() => remove.mutate({ staffId: person.id, version: person.version, day, ranges: [] })}
        >
          <X />
        </Button>
      )}
    </li>
  );
}
