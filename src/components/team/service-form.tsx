"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { useTRPC } from "@/trpc/client";
import { ChoicesField } from "../form/choices-field";
import { LongTextField, TextField } from "../form/form-field";
import { MoneyField } from "../form/money-field";
import { WordsField } from "../form/words-field";
import { GapsField } from "./gaps-field";
import { ServiceBar } from "./service-bar";

/** What a new service starts with. */
export const blankService = {
  name: "",
  description: "",
  synonyms: [] as string[],
  durationMinutes: 30,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  priceCents: 0,
  staffNeeded: 1,
  gaps: [] as { startsMinute: number; endsMinute: number }[],
  staffIds: [] as number[],
  resourceIds: [] as number[],
};

/** `upcoming`: appointments that a change leaves as they are. */
export function ServiceFields({ upcoming = 0 }: { upcoming?: number }) {
  const t = useTranslations("team.service.form");
  const trpc = useTRPC();
  const { data: staff = [] } = useQuery(trpc.staff.list.queryOptions());
  const { data: resources = [] } = useQuery(trpc.resources.list.queryOptions());
  const minutes = {
    type: "number",
    inputMode: "numeric",
    step: 5,
    min: 0,
    className: "tabular-nums",
  } as const;
  return (
    <>
      <TextField name="name" label={t("name")} autoFocus aria-required />
      <div className="grid grid-cols-2 items-start gap-3">
        <TextField name="durationMinutes" label={t("duration")} {...minutes} />
        <MoneyField name="priceCents" label={t("price")} />
      </div>
      {upcoming > 0 && (
        <p className="-mt-2 text-muted-foreground text-table">{t("unchanged", { count: upcoming })}</p>
      )}
      <div className="grid grid-cols-2 items-start gap-3">
        <TextField name="bufferBeforeMinutes" label={t("bufferBefore")} {...minutes} />
        <TextField name="bufferAfterMinutes" label={t("bufferAfter")} {...minutes} />
      </div>
      <GapsField />
      <LiveBar />
      <WordsField name="synonyms" label={t("synonyms")} hint={t("synonymsHint")} />
      <LongTextField name="description" label={t("description")} hint={t("descriptionHint")} rows={3} />
      <ChoicesField
        name="staffIds"
        label={t("staff")}
        options={staff.filter(({ active }) => active).map(({ id, name }) => ({ id, label: name }))}
        none={t("noStaff")}
      />
      <TextField
        name="staffNeeded"
        label={t("staffNeeded")}
        hint={t("staffNeededHint")}
        {...minutes}
        step={1}
        min={1}
        max={5}
        className="w-24 tabular-nums"
      />
      {resources.length > 0 && (
        <ChoicesField
          name="resourceIds"
          label={t("rooms")}
          hint={t("roomsHint")}
          options={resources
            .filter(({ active }) => active)
            .map(({ id, name, branchName }) => ({ id, label: name, note: branchName }))}
        />
      )}
    </>
  );
}

function LiveBar() {
  const [duration, before, after, gaps] = useWatch({
    name: ["durationMinutes", "bufferBeforeMinutes", "bufferAfterMinutes", "gaps"],
  });
  return (
    <ServiceBar
      service={{
        durationMinutes: Number(duration),
        bufferBeforeMinutes: Number(before),
        bufferAfterMinutes: Number(after),
        gaps: (gaps as { startsMinute: unknown; endsMinute: unknown }[]).map((gap) => ({
          startsMinute: Number(gap.startsMinute),
          endsMinute: Number(gap.endsMinute),
        })),
      }}
    />
  );
}
