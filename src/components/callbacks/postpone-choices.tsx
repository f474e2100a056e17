"use client";

import { useTranslations } from "next-intl";
import { addDays, wallTimeOf, weekdayOf } from "@/lib/plain-date";
import { useBusiness } from "../business-context";
import { Button } from "../ui/button";

interface PostponeChoicesProps {
  disabled: boolean;
  onChoose: (dueAt: Date) => void;
}

const hourMs = 3_600_000;
const morningMinute = 9 * 60;

/** Nobody answered: when to try again. */
export function PostponeChoices({ disabled, onChoose }: PostponeChoicesProps) {
  const t = useTranslations("callbacks.postpone");
  const { timeZone } = useBusiness();
  const choices = {
    inOneHour: () => new Date(Date.now() + hourMs),
    inThreeHours: () => new Date(Date.now() + 3 * hourMs),
    tomorrow: () => morningAfter(1, timeZone),
    monday: () => morningAfter(8 - weekdayOf(wallTimeOf(new Date(), timeZone).date), timeZone),
  };
  return (
    <fieldset className="flex flex-col gap-2" disabled={disabled}>
      <legend className="pb-2 font-medium">{t("title")}</legend>
      <div className="grid grid-cols-2 gap-2">
        {(Object.keys(choices) as (keyof typeof choices)[]).map((choice) => (
          <Button key={choice} onClick={() => onChoose(choices[choice]())}>
            {t(choice)}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

/** Nine in the morning by the business's clock, so many days from today: found from noon, where no clock changes. */
function morningAfter(days: number, timeZone: string): Date {
  const date = addDays(wallTimeOf(new Date(), timeZone).date, days);
  const noon = new Date(`${date}T12:00:00Z`);
  return new Date(noon.getTime() + (morningMinute - wallTimeOf(noon, timeZone).minute) * 60_000);
}
