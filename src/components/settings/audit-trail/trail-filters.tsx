"use client";

import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { DaySpan } from "@/components/form/day-span";
import { Button } from "@/components/ui/button";
import { NativeSelect } from "@/components/ui/native-select";
import { trailActors } from "@/contracts/trail-actors";
import { useTRPC } from "@/trpc/client";
import type { TrailAddress } from "./address";
import { trailKinds } from "./trail-kinds";

const noFilter: TrailAddress = {
  actor: null,
  person: null,
  kind: null,
  entity: null,
  from: null,
  to: null,
};

const any = "any";

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
