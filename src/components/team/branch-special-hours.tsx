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
import { useDayConflict } from "./use-day-conflict";
import { useOutsideHours } from "./use-outside-hours";
import { useRangeText } from "./week-view";

const BranchSpecialForm = dynamic(() =>
  import("./branch-special-form").then((module) => module.BranchSpecialForm),
);

/** Single days on which a branch opens at other hours than usual. */
export function BranchSpecialHours({ branch }: { branch: Branch }) {
  const t = useTranslations("team.branch.special");
  const refresh = useCatalogChanged();
  const days = [...new Set(branch.specialHours.map(({ day }) => day))];
  return (
    <Absences
      words={{ title: t("title"), new: t("new"), hint: t("hint"), add: t("add"), none: t("none") }}
      special
      refresh={refresh}
      isEmpty={days.length === 0}
      form={(close) => <BranchSpecialForm branch={branch} onDone={close} />}
    >
      {days.map((day) => (
        <SpecialDay key={day} branch={branch} day={day} />
      ))}
    </Absences>
  );
}

function SpecialDay({ branch, day }: { branch: Branch; day: string }) {
  const t = useTranslations("team.branch.special");
  const trpc = useTRPC();
  const sayError = useErrorToast();
  const changed = useCatalogChanged();
  const rangeText = useRangeText([]);
  const dayText = useDayText()(day);
  const conflict = useDayConflict(branch)(day);
  const outside = useOutsideHours(branch).filter((appointment) => appointment.day === day);
  const ranges = branch.specialHours
    .filter((range) => range.day === day)
    .map(({ from, to }) => ({ from, to }));
  const set = { branchId: branch.id, day };
  const again = useMutation(
    trpc.branches.setSpecialHours.mutationOptions({ onError: sayError, onSettled: changed }),
  );
  const undo = () => again.mutate({ ...set, version: branch.version + 1, ranges });
  const remove = useMutation(
    trpc.branches.setSpecialHours.mutationOptions({
      onSuccess: () => toast(t("removed", { day: dayText }), { action: { label: t("undo"), onClick: undo } }),
      onError: sayError,
      onSettled: changed,
    }),
  );
  return (
    <Absence
      period={dayText}
      reason={[ranges.map(rangeText).join(", "), conflict].filter(Boolean).join("\n")}
      removeLabel={t("remove", { day: dayText })}
      isRemoving={remove.isPending}
      onRemove={() => remove.mutate({ ...set, version: branch.version, ranges: [] })}
      appointments={outside}
      outside
    />
  );
}
