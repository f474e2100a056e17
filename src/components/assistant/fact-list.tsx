import { CalendarClock } from "lucide-react";
import { useTranslations } from "next-intl";
import { wallTimeOf } from "@/lib/plain-date";
import { useBusiness } from "../business-context";
import { EmptyState } from "../empty-state";
import { Section } from "../section";
import { StatusMark } from "../status-mark";
import { useDayText } from "../use-day-text";
import type { Assistant, Content } from "./outputs";

interface FactListProps {
  facts: Content["facts"];
  language: Assistant["language"];
}

/** What the assistant knows, question by question; what is over is never said. */
export function FactList({ facts, language }: FactListProps) {
  const t = useTranslations("assistant.facts");
  return (
    <Section title={t("title")} aside={facts.length > 0 && t("count", { count: facts.length })}>
      {facts.length === 0 && <EmptyState title={t("none")}>{t("noneHint")}</EmptyState>}
      <dl>
        {facts.map((fact) => (
          <div key={fact.question} className="border-t py-3 first:border-t-0">
            <dt className="flex flex-wrap items-center justify-between gap-x-4 gap-y-0.5">
              <span lang={language} className="min-w-0 break-words font-medium">
                {fact.question}
              </span>
              {fact.validUntil && <ValidUntil day={fact.validUntil} />}
            </dt>
            <dd lang={language} className="break-words pt-0.5 text-muted-foreground">
              {fact.answer}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function ValidUntil({ day }: { day: string }) {
  const t = useTranslations("assistant.facts");
  const { timeZone } = useBusiness();
  const dayText = useDayText();
  const isOver = day < wallTimeOf(new Date(), timeZone).date;
  return (
    <StatusMark icon={CalendarClock} tone={isOver ? "warning" : "neutral"} className="text-table">
      {t(isOver ? "expired" : "until", { day: dayText(day) })}
    </StatusMark>
  );
}
