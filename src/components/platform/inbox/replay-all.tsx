"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AskFirst } from "@/components/settings/ask-first";
import { toast } from "@/components/toast";
import { Button } from "@/components/ui/button";
import { useErrorMessage } from "@/components/use-error-message";
import type { DeliveryFilter } from "@/contracts/webhook-inbox";
import { useTRPC } from "@/trpc/client";

/** Whatever failed among what the filter shows, once more. */
export function ReplayAll({ filter }: { filter: DeliveryFilter }) {
  const t = useTranslations("platform.inbox");
  const [asking, setAsking] = useState(false);
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const message = useErrorMessage();
  const replay = useMutation(
    trpc.platform.replayFailed.mutationOptions({
      onSuccess: ({ replayed, more }) =>
        toast.success(t(more ? "replayedMore" : "replayedCount", { count: replayed })),
      onError: (error) => toast.error(message(error).sentence),
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
