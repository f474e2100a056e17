"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/components/toast";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogTitle, DialogTrigger } from "@/components/ui/dialog";
import { formatPhone } from "@/lib/phone-display";
import { useTRPC } from "@/trpc/client";
import { PlaceForm } from "../place-form";

interface AssignDialogProps {
  phoneNumber: string;
  /** The branch it was wished for. */
  branchId?: number;
}

/** Gives a number to a branch; the calls that waited for it move there. */
export function AssignDialog({ phoneNumber, branchId }: AssignDialogProps) {
  const t = useTranslations("platform.unassigned");
  const [open, setOpen] = useState(false);
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const assign = useMutation(
    trpc.platform.assignPhoneNumber.mutationOptions({
      onSuccess: ({ replayedCalls }) => {
        toast.success(t("done", { count: replayedCalls }));
        setOpen(false);
        return queryClient.invalidateQueries(trpc.platform.pathFilter());
      },
    }),
  );
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger>
        <Button aria-label={t("assignOf", { number: formatPhone(phoneNumber) })}>{t("assign")}</Button>
      </DialogTrigger>
      <DialogContent aria-describedby={undefined}>
        <DialogTitle>{t("dialogTitle", { number: formatPhone(phoneNumber) })}</DialogTitle>
        <PlaceForm
          initial={branchId === undefined ? undefined : { branchId }}
          submitLabel={t("submit")}
          pending={assign.isPending}
          error={assign.error}
          onSubmit={(place) => assign.mutate({ phoneNumber, ...place })}
        />
      </DialogContent>
    </Dialog>
  );
}
