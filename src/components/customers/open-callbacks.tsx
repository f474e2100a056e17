"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Outputs } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { DueMark } from "../callbacks/marks";
import { Section } from "../section";

/** Calls that somebody owes this customer. */
export function OpenCallbacks({ callbacks }: { callbacks: Outputs["customers"]["get"]["callbacks"] }) {
  const t = useTranslations("customers");
  const { slug, spokenLanguage } = useBusiness();
  if (callbacks.length === 0) return null;
  return (
    <Section title={t("callbacks")}>
      <ul>
        {callbacks.map((callback) => (
          <li key={callback.id} className="border-b last:border-b-0">
            <Link
              href={`/${slug}/callbacks?callback=${callback.id}`}
              className="-mx-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 rounded-control px-3 py-2.5 transition-colors duration-150 hover:bg-muted"
            >
              <span
                lang={callback.reason === null ? undefined : spokenLanguage}
                className="min-w-0 truncate font-medium"
              >
                {callback.reason ?? t("callback")}
              </span>
              <span className="text-table">
                <DueMark dueAt={callback.dueAt} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
