import { CalendarClock, ChevronRight, MapPin, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Fact } from "@/contracts/assistant";
import { maxFacts } from "@/contracts/assistant-limits";
import { wallTimeOf } from "@/lib/plain-date";
import { useBusiness } from "../business-context";
import { EmptyState } from "../empty-state";
import { Section } from "../section";
import { StatusMark } from "../status-mark";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { useDayText } from "../use-day-text";
import { differs, type FactPair, pairFacts } from "./compare-contents";
import { EditFact } from "./edit-fact";
import type { Assistant } from "./outputs";
import { useBranchOf } from "./use-branch-of";

interface FactListProps {
  assistant: Assistant;
  refresh: () => Promise<{ isFetching: boolean }>;
}

/** What the assistant knows, question by question, each to be changed by itself; what is over is never said. */
export function FactList({ assistant, refresh }: FactListProps) {
  const t = useTranslations("assistant.facts");
  const { can } = useBusiness();
  const { current, draft, language } = assistant;
  const heard = current.content.facts;
  const kept = (draft ?? current).content.facts;
  const pairs = pairFacts(heard, kept);
  const sheet = { assistant, refresh };
  return (
    <Section title={t("title")} aside={heard.length > 0 && t("count", { count: heard.length })}>
      {pairs.length === 0 && <EmptyState title={t("none")}>{t("noneHint")}</EmptyState>}
      <ul>
        {pairs.map((pair, index) => {
          const shown = <FactText pair={pair} language={language} />;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two answers may be worded alike
            <li key={index} className="border-t first:border-t-0">
              {can("settings:write") ? (
                <EditFact
                  {...sheet}
                  fact={pair.after ?? pair.before ?? undefined}
                  index={pair.after ? kept.indexOf(pair.after) : undefined}
                  trigger={<RowButton>{shown}</RowButton>}
                />
              ) : (
                <div className="py-3">{shown}</div>
              )}
            </li>
          );
        })}
      </ul>
      {can("settings:write") && kept.length < maxFacts && (
        <EditFact
          {...sheet}
          trigger={
            <Button variant="ghost" size="small" className="-ml-2.5 mt-2">
              <Plus />
              {t("add")}
            </Button>
          }
        />
      )}
    </Section>
  );
}

function RowButton({ children, ...props }: { children: ReactNode }) {
  return (
    <button
      type="button"
      {...props}
      className="group -mx-2 flex w-[calc(100%+1rem)] items-center gap-3 rounded-control px-2 py-3 text-left transition-colors duration-150 hover:bg-hover"
    >
      <span className="min-w-0 flex-1">{children}</span>
      <ChevronRight
        className="size-4 shrink-0 text-muted-foreground transition-transform duration-150 group-hover:translate-x-0.5 motion-reduce:transition-none"
        aria-hidden="true"
      />
    </button>
  );
}

/** As callers hear it; what is otherwise in the draft is said beside it. */
function FactText({ pair, language }: { pair: FactPair; language: Assistant["language"] }) {
  const t = useTranslations("assistant.facts.draft");
  const branchOf = useBranchOf();
  const { before, after } = pair;
  const fact = before ?? after;
  if (!fact) return null;
  const branch = branchOf(fact);
  return (
    <>
      <span className="flex flex-wrap items-center justify-between gap-x-4 gap-y-0.5">
        <span lang={language} className="min-w-0 break-words font-medium">
          {fact.question}
        </span>
        {differs(pair) && <Badge tone="info">{t(before ? (after ? "changed" : "removed") : "added")}</Badge>}
      </span>
      <span lang={language} className="block break-words pt-0.5 text-muted-foreground">
        {fact.answer}
      </span>
      {(branch || fact.validUntil) && (
        <span className="flex flex-wrap gap-x-4 pt-1">
          {branch && <OnlyAt branch={branch} />}
          {fact.validUntil && <ValidUntil day={fact.validUntil} />}
        </span>
      )}
    </>
  );
}

function OnlyAt({ branch: { name, active } }: { branch: Assistant["branches"][number] }) {
  const t = useTranslations("assistant.facts");
  return (
    <StatusMark icon={MapPin} tone={active ? "neutral" : "warning"} className="min-w-0 text-table">
      <span className="truncate">{t(active ? "only" : "onlyClosed", { branch: name })}</span>
    </StatusMark>
  );
}

function ValidUntil({ day }: { day: NonNullable<Fact["validUntil"]> }) {
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
