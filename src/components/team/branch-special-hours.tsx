"use client";

import { useMutation } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import type { Branch } from "./outputs";
import { SpecialHours } from "./special-hours";
import { useDayConflict } from "./use-day-conflict";
import { useOutsideHours } from "./use-outside-hours";

const BranchSpecialForm = dynamic(() =>
  import("./branch-special-form").then((module) => module.BranchSpecialForm),
);

/** Single days on which a branch opens at other hours than usual. */
export function BranchSpecialHours({ branch }: { branch: Branch }) {
  const t = useTranslations("team.branch.special");
  const trpc = useTRPC();
  const { mutateAsync } = useMutation(trpc.branches.setSpecialHours.mutationOptions());
  const conflict = useDayConflict(branch);
  const outside = useOutsideHours(branch);
  return (
    <SpecialHours
      words={{ new: t("new"), hint: t("hint") }}
      ranges={branch.specialHours}
      form={(close) => <BranchSpecialForm branch={branch} onDone={close} />}
      save={(hours, changesSince) =>
        mutateAsync({ ...hours, branchId: branch.id, version: branch.version + changesSince })
      }
      about={(day) => ({
        note: conflict(day),
        appointments: outside.filter((appointment) => appointment.day === day),
      })}
    />
  );
}
