"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ArrowLeftRight, TriangleAlert } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { formatPhone } from "@/lib/phone-display";
import { type Outputs, useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { Facts } from "../facts";
import { QueryErrorState } from "../query-error-state";
import { toast } from "../toast";
import { Button } from "../ui/button";
import { Dialog, DialogContent, DialogDescription, DialogFooter, DialogTitle } from "../ui/dialog";
import { Skeleton } from "../ui/skeleton";
import { useErrorMessage } from "../use-error-message";
import { Birthdate } from "./birthdate";
import { CustomerLine } from "./customer-line";
import { useUndoMerge } from "./use-undo-merge";

interface MergeDialogProps {
  customerId: number;
  otherId: number;
  onClose: () => void;
}

/** Shows what would come of it before anything does. */
export function MergeDialog({ customerId, otherId, onClose }: MergeDialogProps) {
  const t = useTranslations("customers.merge");
  const common = useTranslations("common");
  const trpc = useTRPC();
  const router = useRouter();
  const { slug } = useBusiness();
  const queryClient = useQueryClient();
  const message = useErrorMessage();
  const undo = useUndoMerge();
  const [swapped, setSwapped] = useState(false);
  const pair = swapped
    ? { keptId: otherId, absorbedId: customerId }
    : { keptId: customerId, absorbedId: otherId };
  const preview = useQuery(trpc.customers.previewMerge.queryOptions(pair));
  const merge = useMutation(
    trpc.customers.merge.mutationOptions({
      onSuccess: ({ mergeId }) => {
        onClose();
        toast.success(t("done"), {
          duration: 6_000,
          action: { label: t("undo"), onClick: () => undo.mutate({ mergeId }) },
        });
        if (swapped) router.push(`/${slug}/customers/${otherId}`);
      },
      onSettled: () => queryClient.invalidateQueries(trpc.customers.pathFilter()),
    }),
  );
  const { data } = preview;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="md:max-w-lg">
        <DialogTitle>{t("title")}</DialogTitle>
        <DialogDescription>{t("description")}</DialogDescription>
        {preview.isError && !data && <QueryErrorState query={preview} />}
        {!data && !preview.isError && <Skeleton className="h-64 w-full" />}
        {data && <Preview preview={data} onSwap={() => setSwapped(!swapped)} />}
        <p role="alert" className="text-danger-text">
          {merge.isError && message(merge.error).said}
        </p>
        <DialogFooter>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button variant="primary" disabled={!data || merge.isPending} onClick={() => merge.mutate(pair)}>
            {t("confirm")}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

function Preview({ preview, onSwap }: { preview: Outputs["customers"]["previewMerge"]; onSwap: () => void }) {
  const t = useTranslations("customers.merge");
  const field = useTranslations("customers.contact");
  const { kept, absorbed, result, moving } = preview;
  const twoBirthdates =
    kept.birthdate !== null && absorbed.birthdate !== null && kept.birthdate !== absorbed.birthdate;
  return (
    <>
      <div className="flex items-center justify-between gap-3">
        <div className="flex min-w-0 flex-col gap-3">
          <div>
            <h3 className="text-muted-foreground text-table">{t("kept")}</h3>
            <CustomerLine customer={kept} />
          </div>
          <div>
            <h3 className="text-muted-foreground text-table">{t("absorbed")}</h3>
            <CustomerLine customer={absorbed} />
          </div>
        </div>
        <Button size="icon" aria-label={t("swap")} onClick={onSwap}>
          <ArrowLeftRight className="rotate-90" />
        </Button>
      </div>
      {twoBirthdates && (
        <p className="flex gap-2 text-warning-text">
          <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
          {t("twoBirthdates")}
        </p>
      )}
      <section className="rounded-control bg-muted px-4 py-3">
        <h3 className="pb-1 font-medium">{t("result")}</h3>
        <Facts
          rows={[
            [t("name"), result.name],
            [field("phone"), result.phone && formatPhone(result.phone)],
            [field("email"), result.email],
            [field("birthdate"), result.birthdate && <Birthdate value={result.birthdate} />],
            [
              field("notes"),
              result.notes && <span className="line-clamp-3 whitespace-pre-line">{result.notes}</span>,
            ],
          ]}
        />
        <p className="border-t pt-2.5 text-muted-foreground text-table">{t("moving", moving)}</p>
      </section>
    </>
  );
}
