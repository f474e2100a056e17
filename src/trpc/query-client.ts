import { defaultShouldDehydrateQuery, QueryClient } from "@tanstack/react-query";

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // What the server prefetched is fresh; live pages are told of changes by subscription.
      queries: { staleTime: 30_000, retry: (failures, error) => failures < 2 && !isRefusal(error) },
      dehydrate: {
        shouldDehydrateQuery: (query) =>
          defaultShouldDehydrateQuery(query) || query.state.status === "pending",
      },
    },
  });
}

/** A refusal stays one however often it is asked again. */
function isRefusal(error: Error): boolean {
  const status = (error as { data?: { httpStatus?: number } }).data?.httpStatus ?? 0;
  return status >= 400 && status < 500;
}
