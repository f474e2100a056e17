"use client";

import { Ban } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "./empty-state";
import { ErrorState } from "./error-state";
import { useErrorMessage } from "./use-error-message";

/** For a query that failed and has nothing to show: why, and the way to ask again where that can help. */
export function QueryErrorState({ query }: { query: { error: unknown; refetch: () => unknown } }) {
  const t = useTranslations("common.error");
  const { sentence, requestId, isFinal } = useErrorMessage()(query.error);
  if (isFinal)
    return (
      <div role="alert">
        <EmptyState icon={Ban} title={sentence} />
      </div>
    );
  return (
    <ErrorState title={t("notLoaded")} requestId={requestId} onRetry={() => query.refetch()}>
      {sentence}
    </ErrorState>
  );
}
