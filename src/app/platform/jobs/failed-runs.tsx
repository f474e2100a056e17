"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/empty-state";
import { platformTimeZone } from "@/components/platform/platform-time-zone";
import { QueryErrorState } from "@/components/query-error-state";
import { RelativeTime } from "@/components/relative-time";
import { Section } from "@/components/section";
import { toast } from "@/components/toast";
import { Button } from "@/components/ui/button";
import { useErrorToast } from "@/components/use-error-toast";
import { type Outputs, useTRPC } from "@/trpc/client";

type FailedRun = Outputs["platform"]["failedRuns"][number];

/** As many as are told at once; of more only the latest. */
const mostRuns = 50;

export function FailedRuns() {
  const t = useTranslations("platform.jobs");
  const trpc = useTRPC();
  const query = useQuery(trpc.platform.failedRuns.queryOptions(undefined, { refetchInterval: 10_000 }));
  return (
    <Section title={t("failedTitle")}>
      {query.isError && !query.data && <QueryErrorState query={query} />}
      {query.data?.length === 0 && <EmptyState title={t("none")}>{t("noneHint")}</EmptyState>}
      {query.data?.length === mostRuns && (
        <p className="pt-3 text-muted-foreground">{t("latest", { count: mostRuns })}</p>
      )}
      <ul>
        {query.data?.map((run) => (
          <FailedRunRow key={run.runId} run={run} />
        ))}
      </ul>
    </Section>
  );
}

function FailedRunRow({ run }: { run: FailedRun }) {
  const t = useTranslations("platform.jobs");
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b py-3">
      <div className="min-w-0 flex-1 basis-80">
        <p className="flex flex-wrap gap-x-2">
          <span className="font-medium font-mono text-table">{run.functionId}</span>
          <span className="text-muted-foreground text-table">{run.tenantName ?? t("platform")}</span>
        </p>
        <p className="wrap-anywhere line-clamp-3 text-danger-text">{run.error?.message}</p>
        <p className="text-muted-foreground text-table">
          {run.failedAt && <RelativeTime value={run.failedAt} timeZone={platformTimeZone} />}
          {" · "}
          {t("tries", { count: run.attempts })}
        </p>
        <details className="text-table">
          <summary className="w-fit rounded-sm py-1 text-muted-foreground hover:text-foreground">
            {t("details")}
          </summary>
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 font-mono text-xs">
            {[["event", run.eventName], ...Object.entries(run.eventData)].map(([name, value]) => (
              <div key={String(name)} className="contents">
                <dt className="text-muted-foreground">{name}</dt>
                <dd className="wrap-anywhere">{String(value)}</dd>
              </div>
            ))}
          </dl>
        </details>
      </div>
      <RetryButton runId={run.runId} />
    </li>
  );
}

function RetryButton({ runId }: { runId: string }) {
  const t = useTranslations("platform.jobs");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const sayError = useErrorToast();
  const retry = useMutation(
    trpc.platform.retryRun.mutationOptions({
      onSuccess: () => toast.success(t("retried")),
      onError: sayError,
      onSettled: () => queryClient.invalidateQueries(trpc.platform.pathFilter()),
    }),
  );
  return (
    <Button disabled={retry.isPending} onClick={() => retry.mutate({ runId })}>
      <RotateCw />
      {t("retry")}
    </Button>
  );
}
