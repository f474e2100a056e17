"use client";

import { ErrorState } from "./error-state";
import { useErrorMessage } from "./use-error-message";

/** For a query that failed and has nothing to show: why, and the way to ask again. */
export function QueryErrorState({ query }: { query: { error: unknown; refetch: () => unknown } }) {
  const { sentence, requestId } = useErrorMessage()(query.error);
  return (
    <ErrorState requestId={requestId} onRetry={() => query.refetch()}>
      {sentence}
    </ErrorState>
  );
}
