"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Field } from "@/components/form/field";
import { toast } from "@/components/toast";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogFooter,
  DialogTitle,
  DialogTrigger,
} from "@/components/ui/dialog";
import { NativeSelect } from "@/components/ui/native-select";
import { useErrorMessage } from "@/components/use-error-message";
import { formatPhone } from "@/lib/phone-display";
import { useTRPC } from "@/trpc/client";

const nobody = "none";

/** Gives a number to a branch; the calls that waited for it move there. */
export function AssignDialog({ phoneNumber }: { phoneNumber: string }) {
  const t = useTranslations("platform.unassigned");
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger>
        <Button>{t("assign")}</Button>
      </DialogTrigger>
      <DialogContent aria-describedby={undefined}>
        <DialogTitle>{t("dialogTitle", { number: formatPhone(phoneNumber) })}</DialogTitle>
        <AssignForm phoneNumber={phoneNumber} onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

function AssignForm({ phoneNumber, onDone }: { phoneNumber: string; onDone: () => void }) {
  const t = useTranslations("platform.unassigned");
  const common = useTranslations("common");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const message = useErrorMessage();
  const options = useQuery(trpc.platform.assignmentOptions.queryOptions());
  const [branchId, setBranchId] = useState("");
  const [chosenAgent, setChosenAgent] = useState<string>();
  const assign = useMutation(
    trpc.platform.assignPhoneNumber.mutationOptions({
      onSuccess: ({ replayedCalls }) => {
        toast.success(t("done", { count: replayedCalls }));
        onDone();
        return queryClient.invalidateQueries(trpc.platform.unassignedNumbers.queryFilter());
      },
    }),
  );

  const branch = options.data?.branches.find((row) => String(row.branchId) === branchId);
  const agents = options.data?.agents.filter((row) => row.tenantId === branch?.tenantId) ?? [];
  const agentId = chosenAgent ?? String(agents[0]?.agentId ?? nobody);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!branch) return;
    assign.mutate({
      phoneNumber,
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
        {assign.isError && message(assign.error).sentence}
      </p>
      <DialogFooter>
        <DialogClose asChild>
          <Button>{common("cancel")}</Button>
        </DialogClose>
        <Button type="submit" variant="primary" disabled={!branch || assign.isPending}>
          {t("submit")}
        </Button>
      </DialogFooter>
    </form>
  );
}
