"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { CheckCheck, CircleCheck, Hourglass } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { noteLimit } from "@/contracts/calls";
import { type Outputs, useTRPC } from "@/trpc/client";
import { CopyButton } from "../../copy-button";
import { EmptyState } from "../../empty-state";
import { QueryErrorState } from "../../query-error-state";
import { RelativeTime } from "../../relative-time";
import { StatusMark } from "../../status-mark";
import { toast } from "../../toast";
import { Button } from "../../ui/button";
import { Textarea } from "../../ui/textarea";
import { useErrorToast } from "../../use-error-toast";

type Report = Outputs["platform"]["callReports"][number];

/** What the businesses reported about their calls: what waits for an answer first. */
export function ReportList() {
  const t = useTranslations("calls.reports.platform");
  const trpc = useTRPC();
  const query = useQuery(trpc.platform.callReports.queryOptions(undefined, { refetchInterval: 30_000 }));
  if (query.isError && !query.data) return <QueryErrorState query={query} />;
  if (query.data?.length === 0)
    return (
      <EmptyState icon={CheckCheck} title={t("none")} className="border-t">
        {t("noneHint")}
      </EmptyState>
    );
  return (
    <ul className="border-t">
      {query.data?.map((report) => (
        <ReportRow key={report.id} report={report} />
      ))}
    </ul>
  );
}

function ReportRow({ report }: { report: Report }) {
  const t = useTranslations("calls.reports");
  const { kind, text, tenantName, tenantSlug, callId, retellCallId, requestId, settledAt, answer } = report;
  return (
    <li className="flex flex-col gap-1.5 border-b py-4">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <span className="font-medium">{t(`kind.${kind}`)}</span>
        <StatusMark icon={settledAt ? CircleCheck : Hourglass} tone={settledAt ? "success" : "warning"}>
          {t(settledAt ? "settled" : "open")}
        </StatusMark>
        <Link
          href={`/${tenantSlug}/calls/${callId}`}
          className="inline-flex min-h-6 items-center rounded-sm text-primary-text underline-offset-4 hover:underline"
        >
          {t("platform.call", { name: tenantName })}
        </Link>
      </p>
      <p className="max-w-prose whitespace-pre-wrap break-words">{text}</p>
      {answer && (
        <p className="max-w-prose whitespace-pre-wrap break-words border-l-2 pl-3 text-muted-foreground">
          {answer}
        </p>
      )}
      <p className="flex flex-wrap items-center gap-x-3 text-muted-foreground text-table">
        <span>{report.reporterName}</span>
        <RelativeTime value={report.createdAt} timeZone={report.timeZone} />
        <span className="flex items-center">
          {t("reference")}
          <CopyButton text={t("referenceText", { callId, retellCallId, requestId })} />
        </span>
      </p>
      {!settledAt && <Answer reportId={report.id} />}
    </li>
  );
}

function Answer({ reportId }: { reportId: number }) {
  const t = useTranslations("calls.reports.platform");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const sayError = useErrorToast();
  const [answer, setAnswer] = useState("");
  const settle = useMutation(
    trpc.platform.settleCallReport.mutationOptions({
      onSuccess: () => toast.success(t("settled")),
      onError: sayError,
      onSettled: () => queryClient.invalidateQueries(trpc.platform.pathFilter()),
    }),
  );
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!settle.isPending) settle.mutate({ reportId, answer });
  }
  return (
    <form onSubmit={submit} className="flex max-w-prose flex-col items-start gap-2 pt-1">
      <Textarea
        aria-label={t("answer")}
        placeholder={t("answer")}
        rows={2}
        maxLength={noteLimit}
        value={answer}
        onChange={({ target }) => setAnswer(target.value)}
      />
      <Button type="submit" size="small" disabled={settle.isPending}>
        {t("settle")}
      </Button>
    </form>
  );
}
