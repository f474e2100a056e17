"use client";

import { diffWords } from "diff";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatPhone } from "@/lib/phone-display";
import { useDayText } from "../use-day-text";
import { type ContentChange, compareContents } from "./compare-contents";
import type { Content } from "./outputs";
import { useBranchOf } from "./use-branch-of";

interface ContentDiffProps {
  /** Null where there was none: everything is new. */
  before: Content | null;
  after: Content;
  /** Said where nothing differs. */
  none: string;
}

/** Two versions, thing by thing; the words that differ are marked. Fetched when somebody compares. */
export function ContentDiff({ before, after, none }: ContentDiffProps) {
  const changes = compareContents(before, after);
  if (changes.length === 0) return <p className="text-muted-foreground">{none}</p>;
  return (
    <dl className="border-t">
      {changes.map((change, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew with every comparison
        <Change key={index} change={change} />
      ))}
    </dl>
  );
}

function Change({ change }: { change: ContentChange }) {
  const t = useTranslations("assistant");
  const label = useLabel()(change);
  return (
    <div className="border-b py-3">
      <dt className="pb-1 text-muted-foreground text-table">{label}</dt>
      <dd className="break-words leading-relaxed">
        {change.field === "fact" && <Fact before={change.before} after={change.after} />}
        {change.field === "questions" && (
          <Items
            removed={change.removed.map((topic) => t(`topic.${topic}`))}
            added={change.added.map((topic) => t(`topic.${topic}`))}
          />
        )}
        {change.field === "ownQuestions" && <Items removed={change.removed} added={change.added} />}
        {change.field === "addressForm" && (
          <Items removed={[t(`form.${change.before}`)]} added={[t(`form.${change.after}`)]} />
        )}
        {(change.field === "forwardingNumber" || change.field === "emergencyNumber") && (
          <Items removed={numbers(change.before)} added={numbers(change.after)} />
        )}
        {(change.field === "greeting" || change.field === "disclosure" || change.field === "consent") && (
          <Words before={change.before} after={change.after} />
        )}
      </dd>
    </div>
  );
}

const numbers = (number: string) => (number ? [formatPhone(number)] : []);

function useLabel() {
  const t = useTranslations("assistant.diff");
  return (change: ContentChange) => {
    if (change.field !== "fact") return t(change.field);
    if (!change.before) return t("factAdded");
    return t(change.after ? "factChanged" : "factRemoved");
  };
}

type FactSide = Extract<ContentChange, { field: "fact" }>["before"];

function Fact({ before, after }: { before: FactSide; after: FactSide }) {
  const t = useTranslations("assistant.facts");
  const dayText = useDayText();
  const branchOf = useBranchOf();
  const only = (fact: FactSide) => {
    const branch = fact && branchOf(fact);
    return branch ? t("only", { branch: branch.name }) : "";
  };
  const until = (fact: FactSide) => (fact?.validUntil ? t("until", { day: dayText(fact.validUntil) }) : "");
  return (
    <>
      <span className="block font-medium">
        <Words before={before?.question ?? ""} after={after?.question ?? ""} />
      </span>
      <span className="block">
        <Words before={before?.answer ?? ""} after={after?.answer ?? ""} />
      </span>
      <span className="block text-table">
        <Words before={only(before)} after={only(after)} />
      </span>
      <span className="block text-table">
        <Words before={until(before)} after={until(after)} />
      </span>
    </>
  );
}

function Items({ removed, added }: { removed: string[]; added: string[] }) {
  return (
    <ul>
      {removed.map((item) => (
        <li key={item}>
          <Removed>{item}</Removed>
        </li>
      ))}
      {added.map((item) => (
        <li key={item}>
          <Added>{item}</Added>
        </li>
      ))}
    </ul>
  );
}

function Words({ before, after }: { before: string; after: string }) {
  return diffWords(before, after).map(({ value, added, removed }, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: words have no name but their place
    if (added) return <Added key={index}>{value}</Added>;
    // biome-ignore lint/suspicious/noArrayIndexKey: words have no name but their place
    if (removed) return <Removed key={index}>{value}</Removed>;
    return value;
  });
}

const Added = ({ children }: { children: ReactNode }) => (
  <ins className="rounded-sm bg-success-soft px-0.5 text-success-text decoration-1 underline-offset-3">
    {children}
  </ins>
);

const Removed = ({ children }: { children: ReactNode }) => (
  <del className="rounded-sm bg-danger-soft px-0.5 text-danger-text decoration-1">{children}</del>
);
