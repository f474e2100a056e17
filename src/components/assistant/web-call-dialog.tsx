"use client";

import { useMutation } from "@tanstack/react-query";
import { Mic, PhoneOff } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import type { RetellWebClient } from "retell-client-js-sdk";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { LiveDot } from "../live-dot";
import { RunningDuration } from "../running-duration";
import { Button } from "../ui/button";
import { Dialog, DialogContent, DialogDescription, DialogFooter, DialogTitle } from "../ui/dialog";
import { useErrorMessage } from "../use-error-message";

type Stage = { name: "before" | "ringing" | "over" | "refused" } | { name: "talking"; since: Date };

/** One talks to the assistant through microphone and loudspeaker; closing the dialog hangs up. */
export function WebCallDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("assistant.webCall");
  const { slug } = useBusiness();
  const { stage, error, call, hangUp } = useWebCall();
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogTitle>{t("title")}</DialogTitle>
        <DialogDescription>{t("text")}</DialogDescription>
        <p aria-live="polite" className="min-h-6">
          {stage.name === "ringing" && t("ringing")}
          {stage.name === "talking" && (
            <span className="flex items-center gap-2">
              <LiveDot />
              {t("talking")}
              <RunningDuration since={stage.since} />
            </span>
          )}
          {stage.name === "over" && (
            <>
              {t("over")}{" "}
              <Link href={`/${slug}/calls`} className="text-primary-text underline underline-offset-4">
                {t("toCalls")}
              </Link>
            </>
          )}
          {stage.name === "refused" && <span className="text-danger-text">{error ?? t("refused")}</span>}
        </p>
        <DialogFooter>
          {stage.name === "ringing" || stage.name === "talking" ? (
            <Button variant="danger" onClick={hangUp}>
              <PhoneOff />
              {t("hangUp")}
            </Button>
          ) : (
            <Button variant="primary" onClick={call}>
              <Mic />
              {t(stage.name === "before" ? "begin" : "again")}
            </Button>
          )}
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

/** The sound comes from Retell; from us only the permission to talk to this business's agent. */
function useWebCall() {
  const trpc = useTRPC();
  const message = useErrorMessage();
  const [stage, setStage] = useState<Stage>({ name: "before" });
  const line = useRef<RetellWebClient>(null);
  // Who hangs up while it is still being put through is not to be put through.
  const wanted = useRef(false);
  const start = useMutation(trpc.testCalls.startWebCall.mutationOptions());
  const leave = useCallback(() => {
    wanted.current = false;
    line.current?.stopCall();
  }, []);
  useEffect(() => leave, [leave]);

  async function call() {
    setStage({ name: "ringing" });
    wanted.current = true;
    try {
      const [{ RetellWebClient }, { accessToken }] = await Promise.all([
        import("retell-client-js-sdk"),
        start.mutateAsync(),
      ]);
      const client = new RetellWebClient();
      line.current = client;
      client.on("call_started", () => wanted.current && setStage({ name: "talking", since: new Date() }));
      client.on("call_ended", () => setStage({ name: "over" }));
      client.on("error", () => {
        client.stopCall();
        setStage({ name: "refused" });
      });
      await client.startCall({ accessToken });
      if (!wanted.current) client.stopCall();
    } catch {
      setStage({ name: "refused" });
    }
  }

  const error = start.error ? message(start.error).said : undefined;
  const hangUp = () => {
    leave();
    setStage({ name: "over" });
  };
  return { stage, error, call, hangUp };
}
