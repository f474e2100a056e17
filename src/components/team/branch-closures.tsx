"use client";

import { useMutation } from "@tanstack/react-query";
import { CalendarOff, X } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { FormSheet } from "../form/form-sheet";
import { Section } from "../section";
import { toast } from "../toast";
import { Button } from "../ui/button";
import { useErrorMessage } from "../use-error-message";
import { AffectedAppointments } from "./affected-appointments";
import type { Branch } from "./branch-page";
import { useCatalogChanged } from "./use-catalog-changed";
import { useDayText } from "./use-day-text";

const ClosureForm = dynamic(() => import("./closure-form").then((module) => module.ClosureForm));

/** Days on which a branch is closed beside its week and the holidays. */
export function BranchClosures({ branch }: { branch: Branch }) {
  const t = useTranslations("team.branch.closures");
  const { can } = useBusiness();
  return (
    <Section
      title={t("title")}
      aside={
        can("catalog:write") && (
          <FormSheet
            title={t("new")}
            trigger={
              <Button size="small" variant="ghost" className="-mr-2.5">
                <CalendarOff />
                {t("add")}
              </Button>
            }
          >
            {(close) => <ClosureForm branchId={branch.id} onDone={close} />}
          </FormSheet>
        )
      }
    >
      {branch.closures.length === 0 && <p className="py-3 text-muted-foreground">{t("none")}</p>}
      <ul>
        {branch.closures.map((closure) => (
          <Closure key={closure.id} branchId={branch.id} closure={closure} />
        ))}
      </ul>
    </Section>
  );
}

function Closure({ branchId, closure }: { branchId: number; closure: Branch["closures"][number] }) {
  const t = useTranslations("team.branch.closures");
  const trpc = useTRPC();
  const { can } = useBusiness();
  const message = useErrorMessage();
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
      onError: (error) => toast.error(message(error).sentence),
      onSettled: changed,
    }),
  );
  return (
    <li className="flex flex-col gap-2 border-t py-2 first:border-t-0">
      <div className="flex min-h-9 items-center justify-between gap-4">
        <span className="flex min-w-0 flex-wrap gap-x-3">
          <span className="font-medium tabular-nums">{period}</span>
          <span className="break-words text-muted-foreground">{reason}</span>
        </span>
        {can("catalog:write") && (
          <Button
            variant="ghost"
            size="icon"
            aria-label={t("remove", { period })}
            disabled={remove.isPending}
            onClick={() => remove.mutate({ branchId, closureId: closure.id })}
          >
            <X />
          </Button>
        )}
      </div>
      <AffectedAppointments appointments={closure.appointments} />
    </li>
  );
}
