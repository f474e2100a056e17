"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { toast } from "../toast";
import { useDayText } from "../use-day-text";
import { useErrorToast } from "../use-error-toast";
import { Absence, Absences } from "./absences";
import { useCatalogChanged } from "./use-catalog-changed";
import { useRangeText } from "./week-view";

interface Range {
  from: string;
  to: string;
}

interface SpecialHoursProps<R extends Range> {
  words: { new: string; hint: string };
  /** Of all days, in order. */
  ranges: readonly (R & { day: string })[];
  /** Named beside each range where there is more than one. */
  branches?: readonly { id: number; name: string }[];
  form: (close: () => void) => ReactNode;
  /** Without ranges the usual hours count again. `changesSince` is how often it was called since the page was read. */
  save: (hours: { day: string; ranges: R[] }, changesSince: 0 | 1) => Promise<unknown>;
  /** What else is to be said of a day, and which appointments its hours leave out. */
  about?: (day: string) => {
    note: string | undefined;
    appointments: ComponentProps<typeof Absence>["appointments"];
  };
}

/** Single days on which a branch is open, or somebody works, at other hours than usual. */
export function SpecialHours<R extends Range>({ words, form, ...shared }: SpecialHoursProps<R>) {
  const t = useTranslations("team.special");
  const refresh = useCatalogChanged();
  const days = [...new Set(shared.ranges.map(({ day }) => day))];
  return (
    <Absences
      words={{ ...words, title: t("title"), add: t("add"), none: t("none") }}
      special
      refresh={refresh}
      isEmpty={days.length === 0}
      form={form}
    >
      {days.map((day) => (
        <SpecialDay key={day} day={day} {...shared} />
      ))}
    </Absences>
  );
}

type SpecialDayProps<R extends Range> = Omit<SpecialHoursProps<R>, "words" | "form"> & { day: string };

function SpecialDay<R extends Range>({ day, ranges, branches = [], save, about }: SpecialDayProps<R>) {
  const t = useTranslations("team.special");
  const sayError = useErrorToast();
  const changed = useCatalogChanged();
  const rangeText = useRangeText(branches);
  const dayText = useDayText()(day);
  const ofDay = ranges
    .filter((range) => range.day === day)
    .map(({ day: _, ...range }) => range as unknown as R);
  const { note, appointments } = about?.(day) ?? { note: undefined, appointments: [] };
  const write = { onError: sayError, onSettled: changed };
  const again = useMutation({ mutationFn: () => save({ day, ranges: ofDay }, 1), ...write });
  const remove = useMutation({
    mutationFn: () => save({ day, ranges: [] }, 0),
    onSuccess: () =>
      toast(t("removed", { day: dayText }), { action: { label: t("undo"), onClick: () => again.mutate() } }),
    ...write,
  });
  return (
    <Absence
      period={dayText}
      reason={[...ofDay.map(rangeText), note].filter(Boolean).join("\n")}
      removeLabel={t("remove", { day: dayText })}
      isRemoving={remove.isPending}
      onRemove={() => remove.mutate()}
      appointments={appointments}
      outside
    />
  );
}
