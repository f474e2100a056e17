"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { PhoneIncoming } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { Button } from "../ui/button";
import { useErrorToast } from "../use-error-toast";

const WebCallDialog = dynamic(() => import("./web-call-dialog").then((module) => module.WebCallDialog));

/** Where the stand-ins run, somebody made up calls at once; with Retell alone, one talks to the assistant oneself. */
export function StartTestCall() {
  const trpc = useTRPC();
  const { data: way } = useQuery(trpc.testCalls.way.queryOptions(undefined, { staleTime: Infinity }));
  if (way === "web") return <WebCall />;
  return way === "simulated" && <SimulatedCall />;
}

function WebCall() {
  const t = useTranslations("assistant.testCall");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <PhoneIncoming />
        {t("start")}
      </Button>
      {open && <WebCallDialog onClose={() => setOpen(false)} />}
    </>
  );
}

/** One listens on the call's own page. */
function SimulatedCall() {
  const t = useTranslations("assistant.testCall");
  const trpc = useTRPC();
  const router = useRouter();
  const { slug } = useBusiness();
  const sayError = useErrorToast();
  const start = useMutation(
    trpc.assistant.startTestCall.mutationOptions({
      onSuccess: ({ callId }) => router.push(callId ? `/${slug}/calls/${callId}` : `/${slug}/calls`),
      onError: sayError,
    }),
  );
  return (
    <Button disabled={start.isPending || start.isSuccess} onClick={() => start.mutate()}>
      <PhoneIncoming />
      {t(start.isPending || start.isSuccess ? "ringing" : "start")}
    </Button>
  );
}
