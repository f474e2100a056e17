"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleCheck, Flag, Hourglass } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { CopyButton } from "../copy-button";
import { RelativeTime } from "../relative-time";
import { Section } from "../section";
import { StatusMark } from "../status-mark";
import { Button } from "../ui/button";
import { Dialog, DialogContent, DialogDescription, DialogTitle, DialogTrigger } from "../ui/dialog";

const ReportForm = dynamic(() => import("./report-form").then((module) => module.ReportForm));

interface CallReportsProps {
  callId: number;
  retellCallId: string;
  timeZone: string;
}

/** What was reported about a call and what became of it, and the way to report something. */
export function CallReports({ callId, retellCallId, timeZone }: CallReportsProps) {
  const t = useTranslations("calls.reports");
  const trpc = useTRPC();
  const { can } = useBusiness();
  const [open, setOpen] = useState(false);
  const { data } = useQuery(trpc.callNotes.ofCall.queryOptions({ callId }));
  const reports = data?.reports ?? [];
  const mayWrite = can("calls:annotate");
  if (!mayWrite && reports.length === 0) return null;
  return (
    <Section title={t("title")}>
      <ul>
        {reports.map(({ id, kind, text, reporterName, requestId, createdAt, settledAt, answer }) => (
          <li key={id} className="flex flex-col gap-1 border-b py-3">
            <p className="flex flex-wrap justify-between gap-x-4 gap-y-1">
              <span className="font-medium">{t(`kind.${kind}`)}</span>
              <StatusMark icon={settledAt ? CircleCheck : Hourglass} tone={settledAt ? "success" : "warning"}>
                {t(settledAt ? "settled" : "open")}
              </StatusMark>
            </p>
            <p className="whitespace-pre-wrap break-words">{text}</p>
            {answer && (
              <p className="whitespace-pre-wrap break-words border-l-2 pl-3 text-muted-foreground">
                {answer}
              </p>
            )}
            <p className="flex items-center justify-between gap-3 text-muted-foreground text-table">
              <span className="min-w-0 truncate">
                {reporterName} · <RelativeTime value={createdAt} timeZone={timeZone} />
              </span>
              <span className="flex shrink-0 items-center">
                {t("reference")}
                <CopyButton text={t("referenceText", { callId, retellCallId, requestId })} />
              </span>
            </p>
          </li>
        ))}
      </ul>
      {mayWrite && (
        <Dialog open={open} onOpenChange={setOpen}>
          <DialogTrigger>
            <Button className="mt-3">
              <Flag />
              {t("report")}
            </Button>
          </DialogTrigger>
          <DialogContent>
            <DialogTitle>{t("report")}</DialogTitle>
            <DialogDescription>{t("hint")}</DialogDescription>
            <ReportForm callId={callId} onDone={() => setOpen(false)} />
          </DialogContent>
        </Dialog>
      )}
    </Section>
  );
}
