"use client";

import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useBusiness } from "@/components/business-context";
import { cn } from "@/components/class-names";
import { DaySpan } from "@/components/form/day-span";
import { Button } from "@/components/ui/button";
import { NativeSelect } from "@/components/ui/native-select";
import { trailActors } from "@/contracts/trail-actors";
import { addDays, wallTimeOf } from "@/lib/plain-date";
import { useTRPC } from "@/trpc/client";
import type { TrailAddress } from "./address";
import { trailKinds } from "./trail-kinds";

export const noFilter: TrailAddress = {
  actor: null,
  person: null,
  kind: null,
  entity: null,
  from: null,
  to: null,
};

const any = "any";

interface QuickDaysProps extends Pick<TrailAddress, "from" | "to"> {
  change: (patch: Partial<TrailAddress>) => void;
}

/** What is asked for most, in one press; pressed again, all days. */
function QuickDays({ from, to, change }: QuickDaysProps) {
  const t = useTranslations("auditTrail.quick");
  const { timeZone } = useBusiness();
  const today = wallTimeOf(new Date(), timeZone).date;
  const yesterday = addDays(today, -1);
  const choices = {
    today: { from: today, to: today },
    yesterday: { from: yesterday, to: yesterday },
    week: { from: addDays(today, -6), to: today },
  };
  return (
    <fieldset className="col-span-2 flex flex-wrap items-center gap-2 md:min-h-9">
      <legend className="sr-only">{t("label")}</legend>
      {(Object.keys(choices) as (keyof typeof choices)[]).map((choice) => {
        const days = choices[choice];
        const isChosen = days.from === from && days.to === to;
        return (
          <Button
            key={choice}
            size="small"
            aria-pressed={isChosen}
            onClick={() => change(isChosen ? { from: null, to: null } : days)}
            className={cn(
              "rounded-full md:px-3",
              isChosen && "border-primary bg-primary-soft text-primary-text hover:bg-primary-soft",
            )}
          >
            {t(choice)}
          </Button>
        );
      })}
    </fieldset>
  );
}

interface TrailFiltersProps {
  address: TrailAddress;
  change: (patch: Partial<TrailAddress>) => void;
}

/** Who, what about, and when. A person is one of those who may sign in. */
export function TrailFilters({ address, change }: TrailFiltersProps) {
  const t = useTranslations("auditTrail");
  const trpc = useTRPC();
  const { data: members } = useQuery(trpc.members.list.queryOptions());
  const { actor, person, kind, entity, from, to } = address;
  const who = person === null ? (actor ?? "people") : `person:${person}`;
  const choose = (value: string) => {
    const id = value.startsWith("person:") ? Number(value.slice("person:".length)) : null;
    const next = trailActors.find((known) => known === value) ?? null;
    change({ person: id, actor: next === "people" ? null : next });
  };
  return (
    <search className="grid grid-cols-2 gap-3 pb-4 md:flex md:flex-wrap md:items-start">
      <NativeSelect aria-label={t("actor")} className="md:w-52" value={who} onValueChange={choose}>
        {trailActors.map((known) => (
          <option key={known} value={known}>
            {t(`actors.${known}`)}
          </option>
        ))}
        <optgroup label={t("person")}>
          {members?.map(({ id, name }) => (
            <option key={id} value={`person:${id}`}>
              {name}
            </option>
          ))}
        </optgroup>
      </NativeSelect>
      <NativeSelect
        aria-label={t("kind")}
        className="md:w-52"
        value={kind ?? any}
        onValueChange={(value) => change({ kind: value === any ? null : value, entity: null })}
      >
        <option value={any}>{t("anyKind")}</option>
        {trailKinds.map((known) => (
          <option key={known} value={known}>
            {t(`kinds.${known}`)}
          </option>
        ))}
      </NativeSelect>
      <QuickDays from={from} to={to} change={change} />
      <DaySpan
        expects="back"
        from={from}
        to={to}
        labels={{ from: t("from"), to: t("to") }}
        onChange={change}
      />
      {entity !== null && <span className="self-center text-table">{t("number", { id: entity })}</span>}
      {Object.values(address).some((value) => value !== null) && (
        <Button variant="ghost" onClick={() => change(noFilter)} className="text-muted-foreground">
          <X />
          {t("clear")}
        </Button>
      )}
    </search>
  );
}
