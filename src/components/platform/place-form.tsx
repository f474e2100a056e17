"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Field } from "@/components/form/field";
import { Button } from "@/components/ui/button";
import { DialogClose, DialogFooter } from "@/components/ui/dialog";
import { NativeSelect } from "@/components/ui/native-select";
import { useErrorMessage } from "@/components/use-error-message";
import { useTRPC } from "@/trpc/client";

const nobody = "none";

export interface Place {
  tenantId: string;
  branchId: number;
  agentId: number | null;
}

interface PlaceFormProps {
  /** Where the number rings now, or is to ring; without an agent, the first one there is offered. */
  initial?: { branchId: number; agentId?: number | null };
  submitLabel: string;
  pending: boolean;
  error: unknown;
  onSubmit: (place: Place) => void;
}

/** Where a number rings, and who answers there. */
export function PlaceForm({ initial, submitLabel, pending, error, onSubmit }: PlaceFormProps) {
  const t = useTranslations("platform.place");
  const common = useTranslations("common");
  const trpc = useTRPC();
  const message = useErrorMessage();
  const options = useQuery(trpc.platform.assignmentOptions.queryOptions());
  const [branchId, setBranchId] = useState(initial ? String(initial.branchId) : "");
  const [chosenAgent, setChosenAgent] = useState(
    initial?.agentId === undefined ? undefined : String(initial.agentId ?? nobody),
  );
  const branch = options.data?.branches.find((row) => String(row.branchId) === branchId);
  const agents = options.data?.agents.filter((row) => row.tenantId === branch?.tenantId) ?? [];
  const agentId = chosenAgent ?? String(agents[0]?.agentId ?? nobody);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!branch) return;
    onSubmit({
      tenantId: branch.tenantId,
      branchId: branch.branchId,
      agentId: agentId === nobody ? null : Number(agentId),
    });
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Field label={t("branch")}>
        {(control) => (
          <NativeSelect
            {...control}
            placeholder={t("branchPlaceholder")}
            value={branchId}
            onValueChange={(value) => {
              setBranchId(value);
              setChosenAgent(undefined);
            }}
          >
            {options.data?.branches.map((row) => (
              <option key={row.branchId} value={String(row.branchId)}>
                {row.tenantName} · {row.branchName}
              </option>
            ))}
          </NativeSelect>
        )}
      </Field>
      <Field label={t("agent")}>
        {(control) => (
          <NativeSelect {...control} value={agentId} onValueChange={setChosenAgent} disabled={!branch}>
            {agents.map((row) => (
              <option key={row.agentId} value={String(row.agentId)}>
                {row.agentName}
              </option>
            ))}
            <option value={nobody}>{t("noAgent")}</option>
          </NativeSelect>
        )}
      </Field>
      <p role="alert" className="text-danger-text empty:hidden">
        {error ? message(error).said : null}
      </p>
      <DialogFooter>
        <DialogClose asChild>
          <Button>{common("cancel")}</Button>
        </DialogClose>
        <Button type="submit" variant="primary" disabled={!branch || pending}>
          {submitLabel}
        </Button>
      </DialogFooter>
    </form>
  );
}
