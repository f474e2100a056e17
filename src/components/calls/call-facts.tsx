"use client";

import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { formatPhone } from "@/lib/phone-display";
import { useBusiness } from "../business-context";
import { CopyButton } from "../copy-button";
import { Facts } from "../facts";
import { Section } from "../section";
import { CallAppointments } from "./call-appointments";
import { CallCallbacks } from "./call-callbacks";
import { CallConsent } from "./call-consent";
import { CallCost } from "./call-cost";
import { CallNotes } from "./call-notes";
import { CallReports } from "./call-reports";
import type { Call } from "./lay-transcript";
import { useEndingText } from "./use-ending-text";

interface CallFactsProps {
  call: Call;
  onOpenCallback: (callbackId: number) => void;
}

/** Beside the conversation: who it was and what came of it. */
export function CallFacts({ call, onOpenCallback }: CallFactsProps) {
  const t = useTranslations("calls.facts");
  const ending = useEndingText(call.disconnectionReason);
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <CallCustomer call={call} />
      <CallAppointments appointments={call.appointments} />
      <CallCallbacks
        callbacks={call.callbacks}
        callerName={call.customerName}
        timeZone={call.timeZone}
        onOpen={onOpenCallback}
      />
      <CallNotes callId={call.id} timeZone={call.timeZone} />
      <CallConsent call={call} />
      <Section title={t("call")}>
        <Facts
          rows={[
            [t("branch"), call.branchName],
            [t("ending"), ending],
          ]}
        />
        <Technical call={call} />
        <CallCost call={call} />
      </Section>
      <CallReports callId={call.id} retellCallId={call.retellCallId} timeZone={call.timeZone} />
    </div>
  );
}

function CallCustomer({ call }: { call: Call }) {
  const t = useTranslations("calls.facts");
  const { slug } = useBusiness();
  const number = call.customerPhone ?? call.fromNumber;
  return (
    <Section title={t("customer")}>
      {call.customerId === null ? (
        <p className="py-3 text-muted-foreground">{t(call.fromNumber ? "noCustomer" : "hiddenCaller")}</p>
      ) : (
        <Link
          href={`/${slug}/customers/${call.customerId}`}
          className="-mx-3 flex min-h-11 items-center gap-3 rounded-control px-3 py-2 transition-colors duration-150 hover:bg-muted"
        >
          <span className="min-w-0 flex-1">
            <span className="block truncate font-medium">{call.customerName ?? t("unnamed")}</span>
            {number && (
              <span className="block text-muted-foreground tabular-nums">{formatPhone(number)}</span>
            )}
            <span className="block text-muted-foreground text-table">
              {t("history", { calls: call.customerCalls, appointments: call.customerAppointments })}
            </span>
          </span>
          <ChevronRight className="size-4 shrink-0 text-muted-foreground" aria-hidden="true" />
        </Link>
      )}
    </Section>
  );
}

function Technical({ call }: { call: Call }) {
  const t = useTranslations("calls.facts");
  return (
    <details className="group border-t">
      <summary className="flex min-h-11 list-none items-center gap-1.5 rounded-sm text-muted-foreground hover:text-foreground md:min-h-10 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          className="size-4 shrink-0 transition-transform duration-150 group-open:rotate-90"
          aria-hidden="true"
        />
        {t("technical")}
      </summary>
      <Facts
        rows={[
          [t("calledNumber"), call.toNumber && formatPhone(call.toNumber)],
          [t("agent"), call.agentName],
          [t("agentId"), call.retellAgentId && <Id key="agent" text={call.retellAgentId} />],
          [t("retellId"), <Id key="call" text={call.retellCallId} />],
          [t("conversationId"), call.conversationId && <Id key="conversation" text={call.conversationId} />],
          [t("sentiment"), call.sentiment],
        ]}
      />
    </details>
  );
}

function Id({ text }: { text: string }) {
  return (
    <span className="flex min-w-0 items-center justify-end gap-1">
      <code className="truncate font-mono text-xs" title={text}>
        {text}
      </code>
      <CopyButton text={text} />
    </span>
  );
}
