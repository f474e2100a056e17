"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { toast } from "../toast";
import { useDayText } from "../use-day-text";
import { useErrorToast } from "../use-error-toast";
import { Absence, Absences } from "./absences";
import type { StaffMember } from "./outputs";
import { useCatalogChanged } from "./use-catalog-changed";
import { useRangeText } from "./week-view";

const SpecialHoursForm = dynamic(() =>
  import("./special-hours-form").then((module) => module.SpecialHoursForm),
);

/** Single days with other hours than usual. */
export function StaffSpecialHours({ person }: { person: StaffMember }) {
  const t = useTranslations("team.staff.special");
  const refresh = useCatalogChanged();
  const days = [...new Set(person.specialHours.map(({ day }) => day))];
  return (
    <Absences
      words={{ title: t("title"), new: t("new"), hint: t("hint"), add: t("add"), none: t("none") }}
      special
      refresh={refresh}
      isEmpty={days.length === 0}
      form={(close) => <SpecialHoursForm person={person} onDone={close} />}
    >
      {days.map((day) => (
        <SpecialDay key={day} person={person} day={day} />
      ))}
    </Absences>
  );
}

function SpecialDay({ person, day }: { person: StaffMember; day: string }) {
  const t = useTranslations("team.staff.special");
  const trpc = useTRPC();
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
    <Absence
      period={dayText}
      reason={ranges.map(rangeText).join("\n")}
      removeLabel={t("remove", { day: dayText })}
      isRemoving={remove.isPending}
      onRemove={() => remove.mutate({ staffId: person.id, version: person.version, day, ranges: [] })}
      appointments={[]}
    />
  );
}
