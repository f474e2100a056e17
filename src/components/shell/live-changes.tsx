"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { WifiOff } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { createStream } from "@/trpc/stream";
import { useBusiness } from "../business-context";
import { useInvalidateChanged } from "./use-invalidate-changed";

/** A stream that renews itself now and then is no interruption worth mentioning. */
const graceMs = 4_000;
const retryMs = 5_000;

const subscribeToVisibility = (notify: () => void) => {
  document.addEventListener("visibilitychange", notify);
  return () => document.removeEventListener("visibilitychange", notify);
};
const isVisible = () => document.visibilityState === "visible";

const subscribeToNetwork = (notify: () => void) => {
  addEventListener("online", notify);
  addEventListener("offline", notify);
  return () => {
    removeEventListener("online", notify);
    removeEventListener("offline", notify);
  };
};
const isOnline = () => navigator.onLine;

/**
 * Keeps the pages of one business up to date while they are looked at. A page in the background does not listen:
 * browsers allow few connections, and on its return everything on it is asked for anew.
 */
export function LiveChanges({ since }: { since: number }) {
  const { slug } = useBusiness();
  const queryClient = useQueryClient();
  const [stream] = useState(() => createStream(slug, queryClient));
  const router = useRouter();
  const visible = useSyncExternalStore(subscribeToVisibility, isVisible, () => true);
  const online = useSyncExternalStore(subscribeToNetwork, isOnline, () => true);
  const { changed, everything } = useInvalidateChanged();
  const [lastEventId] = useState(String(since));
  const { status, error, reset } = useSubscription(
    stream.live.changes.subscriptionOptions(
      { lastEventId },
      {
        enabled: visible,
        onData: ({ data }) => {
          changed(data);
          // The page asks at its door again; whoever was signed out is sent to sign in.
          if (data.some(({ type }) => type === "user.sessions_revoked")) router.refresh();
        },
      },
    ),
  );

  const signedOut = error?.data?.code === "UNAUTHORIZED";
  useEffect(() => {
    if (status !== "error") return;
    const timer = setTimeout(() => (signedOut ? location.reload() : reset()), signedOut ? 0 : retryMs);
    return () => clearTimeout(timer);
  }, [status, signedOut, reset]);

  const wasHidden = useRef(false);
  useEffect(() => {
    if (visible && wasHidden.current) everything();
    wasHidden.current = !visible;
  }, [visible, everything]);

  // A stream may take minutes to notice that there is no network any more.
  const lost = !online || status === "connecting" || status === "error";
  return <ReconnectBanner lost={visible && lost} />;
}

function ReconnectBanner({ lost }: { lost: boolean }) {
  const t = useTranslations("shell.live");
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!lost) return setShown(false);
    const timer = setTimeout(() => setShown(true), graceMs);
    return () => clearTimeout(timer);
  }, [lost]);
  return (
    <div role="status">
      {shown && (
        <p className="mb-4 flex items-center gap-2 rounded-control bg-warning-soft px-3 py-2 text-warning-text">
          <WifiOff className="size-4 shrink-0" aria-hidden="true" />
          {t("reconnecting")}
        </p>
      )}
    </div>
  );
}
