"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { Outputs } from "@/trpc/client";
import { toast } from "../toast";
import { useAppointmentsChanged } from "./use-appointments-changed";
import { type Refused, useRefusal } from "./use-refusal";

const undoMs = 6_000;

/**
 * The way back that a message about a change offers. Once another calendar or a customer was told, taking it back would
 * be a change of its own, and none is offered.
 */
export function useUndo() {
  const t = useTranslations("appointments.replan");
  const changed = useAppointmentsChanged();
  const refusal = useRefusal();
  return useCallback(
    ({ syncState }: Outputs["appointments"]["move"], takeBack: () => Promise<unknown>) => {
      if (syncState !== "none") return undefined;
      const undo = async () => {
        try {
          await takeBack();
          toast(t("undone"));
        } catch (error) {
          toast.error(refusal(error as Refused));
        }
        await changed();
      };
      return { action: { label: t("undo"), onClick: undo }, duration: undoMs };
    },
    [t, changed, refusal],
  );
}
