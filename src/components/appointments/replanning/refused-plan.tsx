"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect } from "react";
import { Button } from "../../ui/button";
import { Dialog, DialogContent, DialogFooter, DialogTitle } from "../../ui/dialog";
import { useBranches } from "../branch-filter";
import { RuleExceptionFields } from "../rule-exception";
import { SlotRefusal } from "../slot-refusal";
import { isByRule, useRuleException } from "../use-rule-exception";
import type { Instead, RefusedPlan as Refusal } from "./use-carry-out";

interface RefusedPlanProps {
  refused: Refusal;
  onClose: () => void;
  onRetry: (plan: Refusal["plan"], how: { instead?: Instead; overrideReason?: string }) => void;
}

/** Why the appointment is back where it was: with what is free instead, or with a reason to do it all the same. */
export function RefusedPlan({ refused: { plan, error }, onClose, onRetry }: RefusedPlanProps) {
  const t = useTranslations("appointments.replan");
  const common = useTranslations("common");
  const exception = useRuleException();
  const { keep } = exception;
  // biome-ignore lint/correctness/useExhaustiveDependencies: kept once per refusal
  useEffect(() => {
    keep(error);
  }, [error]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onRetry(plan, { overrideReason: exception.overrideReason });
  };
  const isMove = plan.kind === "move";
  const notThere = useNotThere({ plan, error });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent aria-describedby={undefined}>
        <DialogTitle>{t(isMove ? "notMoved" : "notResized", { name: plan.item.name ?? "" })}</DialogTitle>
        {isByRule(error) && exception.refused ? (
          <form onSubmit={submit} className="flex flex-col gap-3">
            <RuleExceptionFields exception={exception} />
            <DialogFooter>
              <Button onClick={onClose}>{common("cancel")}</Button>
              <Button type="submit" variant="primary">
                {t("moveAnyway")}
              </Button>
            </DialogFooter>
          </form>
        ) : (
          <>
            <SlotRefusal
              error={isMove ? error : withoutAlternatives(error)}
              sentence={notThere}
              current={plan.item.startTime}
              onChoose={(slot) => onRetry(plan, { instead: slot })}
            />
            <DialogFooter>
              <Button onClick={onClose}>{t("leave")}</Button>
            </DialogFooter>
          </>
        )}
      </DialogContent>
    </Dialog>
  );
}

/** Of a move to another branch one person's absence there is told more exactly than everybody's. */
function useNotThere({ plan: { item, column }, error }: Refusal): string | undefined {
  const t = useTranslations("appointments.replan");
  const branches = useBranches();
  const branch = branches.find(({ id }) => id === column.branchId && id !== item.branchId);
  if (!branch || !item.staffName || error.data?.error?.code !== "appointment.staff_off") return undefined;
  return t("notThere", { person: item.staffName, branch: branch.name });
}

/** Free times for the new length lie elsewhere: who only wanted a later end is not helped by them. */
const withoutAlternatives = ({ data }: Refusal["error"]): Refusal["error"] =>
  data?.error ? { data: { error: { ...data.error, details: {} } } } : { data };
