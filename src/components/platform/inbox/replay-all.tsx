"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AskFirst } from "@/components/settings/ask-first";
import { toast } from "@/components/toast";
import { Button } from "@/components/ui/button";
import { useErrorToast } from "@/components/use-error-toast";
import type { DeliveryFilter } from "@/contracts/webhook-inbox";
import { useTRPC } from "@/trpc/client";

/** Whatever failed among what the filter shows, once more. */
export function ReplayAll({ filter }: { filter: DeliveryFilter }) {
  const t = useTranslations("platform.inbox");
  const [asking, setAsking] = useState(false);
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const sayError = useErrorToast();
  const replay = useMutation(
    trpc.platform.replayFailed.mutationOptions({
      onSuccess: ({ replayed, more }) =>
        toast.success(t(more ? "replayedMore" : "replayedCount", { count: replayed })),
      onError: sayError,
      onSettled: () => queryClient.invalidateQueries(trpc.platform.deliveries.pathFilter()),
    }),
  );
  return (
    <>
      <Button disabled={replay.isPending} onClick={() => setAsking(true)}>
        <RotateCw />
        {t("replayAll")}
      </Button>
      <AskFirst
        open={asking}
        onOpenChange={setAsking}
        title={t("replayAllTitle")}
        text={t("replayAllText")}
        action={t("replayAll")}
        onConfirm={() => replay.mutate(filter)}
      />
    </>
  );
}
