"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { PhoneIncoming } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { toast } from "../toast";
import { Button } from "../ui/button";
import { useErrorMessage } from "../use-error-message";

/** Where the stand-ins run, a made-up person calls, and one listens on the call's own page. */
export function StartTestCall() {
  const t = useTranslations("assistant.testCall");
  const trpc = useTRPC();
  const router = useRouter();
  const { slug } = useBusiness();
  const message = useErrorMessage();
  const available = useQuery(trpc.testCalls.available.queryOptions(undefined, { staleTime: Infinity }));
  const start = useMutation(
    trpc.assistant.startTestCall.mutationOptions({
      onSuccess: ({ callId }) => router.push(callId ? `/${slug}/calls/${callId}` : `/${slug}/calls`),
      onError: (error) => toast.error(message(error).sentence),
    }),
  );
  if (!available.data) return null;
  return (
    <Button disabled={start.isPending || start.isSuccess} onClick={() => start.mutate()}>
      <PhoneIncoming />
      {t(start.isPending || start.isSuccess ? "ringing" : "start")}
    </Button>
  );
}
