"use client";

import { useMutation } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { toast } from "../toast";
import { useDayText } from "../use-day-text";
import { useErrorToast } from "../use-error-toast";
import { Absence, Absences } from "./absences";
import type { Branch } from "./outputs";
import { useCatalogChanged } from "./use-catalog-changed";

const ClosureForm = dynamic(() => import("./closure-form").then((module) => module.ClosureForm));

/** Days on which a branch is closed beside its week and the holidays. */
export function BranchClosures({ branch }: { branch: Branch }) {
  const t = useTranslations("team.branch.closures");
  return (
    <Absences
      words={{ title: t("title"), new: t("new"), add: t("add"), none: t("none") }}
      isEmpty={branch.closures.length === 0}
      form={(close) => <ClosureForm branchId={branch.id} onDone={close} />}
    >
      {branch.closures.map((closure) => (
        <Closure key={closure.id} branchId={branch.id} closure={closure} />
      ))}
    </Absences>
  );
}

function Closure({ branchId, closure }: { branchId: number; closure: Branch["closures"][number] }) {
  const t = useTranslations("team.branch.closures");
  const trpc = useTRPC();
  const sayError = useErrorToast();
  const changed = useCatalogChanged();
  const dayText = useDayText();
  const { startsOn, endsOn, reason } = closure;
  const period =
    startsOn === endsOn ? dayText(startsOn) : t("days", { first: dayText(startsOn), last: dayText(endsOn) });
  const again = useMutation(trpc.branches.addClosure.mutationOptions({ onSettled: changed }));
  const undo = () => again.mutate({ branchId, fromDate: startsOn, toDate: endsOn, reason });
  const remove = useMutation(
    trpc.branches.removeClosure.mutationOptions({
      onSuccess: () => toast(t("removed"), { action: { label: t("undo"), onClick: undo } }),
      onError: sayError,
      onSettled: changed,
    }),
  );
  return (
    <Absence
      period={period}
      reason={reason}
      removeLabel={t("remove", { period })}
      isRemoving={remove.isPending}
      onRemove={() => remove.mutate({ branchId, closureId: closure.id })}
      appointments={closure.appointments}
    />
  );
}
