"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { deviceOf } from "@/lib/device";
import { type Outputs, useTRPC } from "@/trpc/client";
import { useBusiness } from "../../business-context";
import { RelativeTime } from "../../relative-time";
import { Section } from "../../section";
import { toast } from "../../toast";
import { Badge } from "../../ui/badge";
import { Button } from "../../ui/button";
import { useErrorToast } from "../../use-error-toast";

/** Where this account is signed in; each can be ended from here, with effect at its next request. */
export function Sessions() {
  const t = useTranslations("profile.sessions");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const sayError = useErrorToast();
  const { data: sessions = [] } = useQuery(trpc.account.sessions.queryOptions());
  const options = {
    onSuccess: () => toast.success(t("ended")),
    onError: sayError,
    onSettled: () => queryClient.invalidateQueries(trpc.account.sessions.pathFilter()),
  };
  const end = useMutation(trpc.account.revokeSession.mutationOptions(options));
  const endOthers = useMutation(trpc.account.signOutElsewhere.mutationOptions(options));
  return (
    <Section
      title={t("title")}
      aside={
        sessions.length > 1 && (
          <Button
            size="small"
            variant="ghost"
            className="-mr-2.5"
            disabled={endOthers.isPending}
            onClick={() => endOthers.mutate()}
          >
            {t("endOthers")}
          </Button>
        )
      }
    >
      <ul>
        {sessions.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            onEnd={() => end.mutate({ sessionId: session.id })}
          />
        ))}
      </ul>
    </Section>
  );
}

interface SessionRowProps {
  session: Outputs["account"]["sessions"][number];
  onEnd: () => void;
}

function SessionRow({ session, onEnd }: SessionRowProps) {
  const t = useTranslations("profile.sessions");
  const { timeZone } = useBusiness();
  const { userAgent, ipAddress, lastSeenAt, isThis } = session;
  const device = deviceOf(userAgent);
  const name = device ? t("device", device) : t("unknown");
  return (
    <li className="flex items-center justify-between gap-4 border-t py-2 first:border-t-0">
      <div className="min-w-0 py-1">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium">{name}</span>
          {isThis && <Badge tone="primary">{t("this")}</Badge>}
        </span>
        <span className="block text-muted-foreground text-table">
          {t("seen")}: <RelativeTime value={lastSeenAt} timeZone={timeZone} />
          {ipAddress && ` · ${ipAddress}`}
        </span>
      </div>
      {!isThis && (
        <Button
          size="small"
          variant="ghost"
          className="-mr-2.5"
          aria-label={t("endOf", { device: name })}
          onClick={onEnd}
        >
          {t("end")}
        </Button>
      )}
    </li>
  );
}
