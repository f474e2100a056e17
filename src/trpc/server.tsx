import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { cache, type ReactNode } from "react";
import { type AppRouter, appRouter } from "@/server/api/root";
import { createCallerFactory } from "@/server/api/trpc";
import { openPageDoor } from "@/server/auth/require-page";
import { agentConfig } from "@/server/voice/agent-config";
import { makeQueryClient } from "./query-client";

const createCaller = createCallerFactory(appRouter);

/**
 * For server components, after `requirePage(slug)`: `trpc` for query options, `queryClient` to prefetch into, `caller`
 * for procedures whose result the server itself renders. The same door as over HTTP, without HTTP.
 */
export const serverApi = cache((slug: string) => {
  const queryClient = makeQueryClient();
  const ctx = async () => ({ door: await openPageDoor(slug), expectAgent: agentConfig });
  const trpc = createTRPCOptionsProxy<AppRouter, { keyPrefix: true }>({
    ctx,
    router: appRouter,
    queryClient,
    keyPrefix: slug,
  });
  return { trpc, queryClient, caller: createCaller(ctx) };
});

/** Hands the browser what the page prefetched. */
export function Hydrate({ slug, children }: { slug: string; children: ReactNode }) {
  return <HydrationBoundary state={dehydrate(serverApi(slug).queryClient)}>{children}</HydrationBoundary>;
}
