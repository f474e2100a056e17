"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Check, UserCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useBusiness } from "@/components/business-context";
import { EmptyState } from "@/components/empty-state";
import { QueryErrorState } from "@/components/query-error-state";
import { RelativeTime } from "@/components/relative-time";
import { Section } from "@/components/section";
import { toast } from "@/components/toast";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { useErrorToast } from "@/components/use-error-toast";
import { formatPhone } from "@/lib/phone-display";
import { type Outputs, useTRPC } from "@/trpc/client";
import { RowSkeletons } from "./row-skeletons";

type Callback = Outputs["today"]["callbacks"]["rows"][number];

export function Callbacks() {
  const t = useTranslations("today.callbacks");
  const trpc = useTRPC();
  const { slug } = useBusiness();
  const query = useQuery(trpc.today.callbacks.queryOptions());
  return (
    <Section
      title={t("title")}
      aside={
        <Link
          href={`/${slug}/callbacks`}
          className="-my-3 inline-block rounded-sm py-3 text-primary-text underline-offset-4 hover:underline"
        >
          {t("all")}
        </Link>
      }
    >
      {query.isPending && <RowSkeletons />}
      {query.isError && !query.data && <QueryErrorState query={query} />}
      {query.data?.rows.length === 0 && <EmptyState title={t("none")} className="pt-3.5 pb-0" />}
      <ul>
        {query.data?.rows.map((callback) => (
          <CallbackRow key={callback.id} callback={callback} />
        ))}
      </ul>
      {query.data?.more && (
        <Link
          href={`/${slug}/callbacks`}
          className="inline-block rounded-sm py-3 text-primary-text text-table underline-offset-4 hover:underline"
        >
          {t("more")}
        </Link>
      )}
    </Section>
  );
}

function CallbackRow({ callback }: { callback: Callback }) {
  const t = useTranslations("today.callbacks");
  const terms = useTranslations("terms.priority");
  const { timeZone, spokenLanguage, can } = useBusiness();
  const name = callback.name ?? callback.customerName;
  const urgent = callback.priority === "high" || callback.priority === "urgent";
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b py-3">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {name && <CallerName name={name} callId={callback.callId} />}
          {callback.phone && (
            <a
              href={`tel:${callback.phone}`}
              className="-my-3 rounded-sm py-3 text-primary-text tabular-nums underline-offset-4 hover:underline md:-my-0.5 md:py-0.5"
            >
              {formatPhone(callback.phone)}
            </a>
          )}
          {urgent && <Badge tone="danger">{terms(callback.priority)}</Badge>}
          {callback.isClaimed && (
            <Badge tone="primary">
              <UserCheck aria-hidden="true" />
              {callback.isMine ? t("mine") : t("claimedBy", { name: callback.claimedByName ?? "" })}
            </Badge>
          )}
        </p>
        <p className="line-clamp-2 text-muted-foreground">
          <Due at={callback.dueAt} timeZone={timeZone} />
          {callback.preferredTime && <> · {t("wish", { time: callback.preferredTime })}</>}
          {callback.reason && (
            <>
              {" · "}
              <span lang={spokenLanguage}>{callback.reason}</span>
            </>
          )}
        </p>
      </div>
      {can("callbacks:write") && (!callback.isClaimed || callback.isMine) && (
        <CallbackActions callback={callback} />
      )}
    </li>
  );
}

/** Leads to what was said. */
function CallerName({ name, callId }: { name: string; callId: number | null }) {
  const { slug } = useBusiness();
  if (callId === null) return <span className="truncate font-medium">{name}</span>;
  return (
    <Link
      href={`/${slug}/calls/${callId}`}
      prefetch={false}
      className="-my-3 truncate rounded-sm py-3 font-medium underline-offset-4 hover:underline md:-my-0.5 md:py-0.5"
    >
      {name}
    </Link>
  );
}

function Due({ at, timeZone }: { at: Date; timeZone: string }) {
  const t = useTranslations("today.callbacks");
  const overdue = at.getTime() < Date.now();
  return (
    <span className={overdue ? "font-medium text-warning-text" : undefined} suppressHydrationWarning>
      {t.rich(overdue ? "overdue" : "due", { time: () => <RelativeTime value={at} timeZone={timeZone} /> })}
    </span>
  );
}

function CallbackActions({ callback }: { callback: Callback }) {
  const t = useTranslations("today.callbacks");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const sayError = useErrorToast();
  const options = {
    onError: sayError,
    onSettled: () => queryClient.invalidateQueries(trpc.today.callbacks.queryFilter()),
  };
  const claim = useMutation(
    trpc.callbacks.claim.mutationOptions({ ...options, onSuccess: () => toast.success(t("claimedToast")) }),
  );
  const complete = useMutation(
    trpc.callbacks.complete.mutationOptions({ ...options, onSuccess: () => toast.success(t("doneToast")) }),
  );
  const pending = claim.isPending || complete.isPending;
  const input = { callbackId: callback.id };
  return (
    <div className="flex gap-2">
      {!callback.isClaimed && (
        <Button size="small" disabled={pending} onClick={() => claim.mutate(input)}>
          {t("claim")}
        </Button>
      )}
      <Button
        size="small"
        variant={callback.isClaimed ? "secondary" : "ghost"}
        disabled={pending}
        onClick={() => complete.mutate(input)}
      >
        <Check />
        {t("done")}
      </Button>
    </div>
  );
}
