"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { formatPhone } from "@/lib/phone-display";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { Facts } from "../facts";
import { PageHeader } from "../page-header";
import { PageSkeleton } from "../page-skeleton";
import { QueryErrorState } from "../query-error-state";
import { Section } from "../section";
import { useTimeText } from "../time";
import { DraftBar } from "./draft-bar";
import { EditAssistant } from "./edit-assistant";
import { FactList } from "./fact-list";
import { LineNotice, useIsHeard, useLineIsClear } from "./line-notice";
import { Lines } from "./lines";
import type { Content } from "./outputs";
import { StartTestCall } from "./start-test-call";
import { Versions } from "./versions";

/** What callers hear, what they will hear next, and whether the line to them stands. */
export function AssistantPage() {
  const t = useTranslations("assistant");
  const trpc = useTRPC();
  const { can } = useBusiness();
  const query = useQuery(trpc.assistant.get.queryOptions());
  const isClear = useLineIsClear();
  const assistant = query.data;
  if (!assistant || !isClear)
    return query.isError && !assistant ? (
      <>
        <PageHeader title={t("title")} />
        <QueryErrorState query={query} />
      </>
    ) : (
      <PageSkeleton />
    );
  const { current, draft, language } = assistant;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={
          current.publishedAt ? (
            <InForce number={current.number} since={current.publishedAt} />
          ) : (
            t("defaults")
          )
        }
        actions={
          <>
            <StartTestCall />
            {can("settings:write") && <EditAssistant assistant={assistant} refresh={query.refetch} />}
          </>
        }
      />
      <LineNotice />
      {draft && <DraftBar draft={draft} current={current} />}
      <div className="grid gap-x-12 gap-y-9 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-9">
          <Section title={t("greeting")}>
            <p lang={language} className="my-4 border-l-2 border-l-primary pl-4 text-base leading-relaxed">
              {current.spoken}
            </p>
          </Section>
          <Questions content={current.content} />
          <FactList assistant={assistant} refresh={query.refetch} />
        </div>
        <div className="flex min-w-0 flex-col gap-9">
          <Manner content={current.content} />
          <Versions current={current.number} />
          <Lines />
        </div>
      </div>
    </>
  );
}

function InForce({ number, since }: { number: number; since: Date }) {
  const t = useTranslations("assistant");
  const { timeZone } = useBusiness();
  const values = { number, since: useTimeText({ value: since, timeZone }) };
  return t(useIsHeard() ? "inForce" : "published", values);
}

function Questions({ content: { questions, ownQuestions } }: { content: Content }) {
  const t = useTranslations("assistant");
  const asked = [t("topic.name"), ...questions.map((topic) => t(`topic.${topic}`)), ...ownQuestions];
  return (
    <Section title={t("questions")}>
      <ul>
        {asked.map((question) => (
          <li key={question} className="break-words border-t py-2.5 first:border-t-0">
            {question}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Manner({ content: { addressForm, forwardingNumber, emergencyNumber } }: { content: Content }) {
  const t = useTranslations("assistant");
  return (
    <Section title={t("manner")}>
      <Facts
        rows={[
          [t("addressForm"), t(`form.${addressForm}`)],
          [t("forwarding"), forwardingNumber ? formatPhone(forwardingNumber) : t("callbackInstead")],
          [t("emergency"), emergencyNumber ? formatPhone(emergencyNumber) : t("only112")],
        ]}
      />
    </Section>
  );
}
