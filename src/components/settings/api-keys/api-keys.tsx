"use client";

import { useQuery } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { EmptyState } from "../../empty-state";
import { FormSheet } from "../../form/form-sheet";
import { PageSkeleton } from "../../page-skeleton";
import { QueryErrorState } from "../../query-error-state";
import { Section } from "../../section";
import { Button } from "../../ui/button";
import { ApiKeyRow } from "./api-key-row";

const NewApiKeyForm = dynamic(() => import("./new-api-key-form").then((module) => module.NewApiKeyForm));

/** What other programs open the business's data with. */
export function ApiKeys() {
  const t = useTranslations("settings.apiKeys");
  const trpc = useTRPC();
  const query = useQuery(trpc.apiKeys.list.queryOptions());
  if (!query.data) return query.isError ? <QueryErrorState query={query} /> : <PageSkeleton headless />;
  return (
    <Section
      title={t("title")}
      className="max-w-3xl"
      aside={
        <FormSheet
          title={t("new")}
          trigger={
            <Button size="small" variant="primary">
              <KeyRound />
              {t("new")}
            </Button>
          }
        >
          {(close) => <NewApiKeyForm onDone={close} />}
        </FormSheet>
      }
    >
      {query.data.length === 0 && (
        <EmptyState icon={KeyRound} title={t("none")}>
          {t("noneHint")}
        </EmptyState>
      )}
      <ul>
        {query.data.map((key) => (
          <ApiKeyRow key={key.id} apiKey={key} />
        ))}
      </ul>
    </Section>
  );
}
