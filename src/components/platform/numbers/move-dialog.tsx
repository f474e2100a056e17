"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/components/toast";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogTitle, DialogTrigger } from "@/components/ui/dialog";
import { formatPhone } from "@/lib/phone-display";
import { type Outputs, useTRPC } from "@/trpc/client";
import { PlaceForm } from "../place-form";

export type NumberRow = Outputs["platform"]["numbers"]["rows"][number];

/** Lets a number ring elsewhere from now on, also at another business. */
export function MoveDialog({ row }: { row: NumberRow }) {
  const t = useTranslations("platform.numbers");
  const [open, setOpen] = useState(false);
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const number = formatPhone(row.phoneNumber);
  const move = useMutation(
    trpc.platform.moveNumber.mutationOptions({
      onSuccess: () => {
        toast.success(t("moved"));
        setOpen(false);
        return queryClient.invalidateQueries(trpc.platform.numbers.pathFilter());
      },
    }),
  );
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger>
        <Button size="small" variant="ghost" aria-label={t("moveOf", { number })}>
          {t("move")}
        </Button>
      </DialogTrigger>
      <DialogContent>
        <DialogTitle>{t("moveTitle", { number })}</DialogTitle>
        <DialogDescription>{t("moveText")}</DialogDescription>
        <PlaceForm
          initial={row}
          submitLabel={t("submit")}
          pending={move.isPending}
          error={move.error}
          onSubmit={(place) => move.mutate({ phoneNumberId: row.id, ...place })}
        />
      </DialogContent>
    </Dialog>
  );
}
