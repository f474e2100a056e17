"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { instantOf } from "@/lib/plain-date";
import { type Outputs, useTRPC } from "@/trpc/client";
import { toast } from "../../toast";
import { useBranches } from "../branch-filter";
import { useAppointmentsChanged } from "../use-appointments-changed";
import type { Refused } from "../use-refusal";
import { useUndo } from "../use-undo";
import type { Plan } from "./plan";

export interface RefusedPlan {
  plan: Plan;
  error: Refused;
}
type Changed = Outputs["appointments"]["move"];

/** Where else than on the grid an appointment may go: an alternative of the server. */
export interface Instead {
  start: Date;
  staffId: number;
  branchId: number;
}

/** Hands a plan to the server: it stays in sight until the answer, goes back on a refusal, and can be taken back. */
export function useCarryOut() {
  const t = useTranslations("appointments.replan");
  const trpc = useTRPC();
  const changed = useAppointmentsChanged();
  const offerUndo = useUndo();
  const branches = useBranches();
  const [pending, setPending] = useState<Plan>();
  const [refused, setRefused] = useState<RefusedPlan>();
  const move = useMutation(trpc.appointments.move.mutationOptions());
  const resize = useMutation(trpc.appointments.resize.mutationOptions());

  const takeBack = ({ item, kind }: Plan, { version }: Changed, overrideReason?: string) => {
    const { id: appointmentId, startTime: start, endTime: end } = item;
    const [staffId, branchId] = [item.staffId ?? undefined, item.branchId ?? undefined];
    return kind === "resize"
      ? resize.mutateAsync({ appointmentId, end, version })
      : move.mutateAsync({ appointmentId, start, staffId, branchId, version, overrideReason });
  };

  const carryOut = async (
    plan: Plan,
    { instead, overrideReason }: { instead?: Instead; overrideReason?: string } = {},
  ) => {
    const { item, kind, column } = plan;
    const { id: appointmentId, version } = item;
    const branch = branches.find(({ id }) => id === column.branchId);
    const at = (minute: number) => instantOf(column.date, minute, branch?.timeZone ?? item.timeZone);
    setRefused(undefined);
    setPending(plan);
    try {
      const row =
        kind === "resize"
          ? await resize.mutateAsync({ appointmentId, end: at(plan.endMinute), version })
          : await move.mutateAsync({
              appointmentId,
              start: instead?.start ?? at(plan.startMinute),
              staffId: instead?.staffId ?? column.staffId ?? item.staffId ?? undefined,
              branchId: instead?.branchId ?? column.branchId,
              version,
              overrideReason,
            });
      const undo =
        item.staffId === null ? undefined : offerUndo(row, () => takeBack(plan, row, overrideReason));
      if (row.status === "pending") toast(t("pending"));
      else if (kind === "resize") toast(t("resized"), undo);
      else toast(t("moved"), { ...undo, description: row.syncState === "none" && t("toldNobody") });
    } catch (error) {
      setRefused({ plan, error: error as Refused });
    }
    await changed();
    setPending(undefined);
  };
  return { pending, refused, forget: () => setRefused(undefined), carryOut };
}
