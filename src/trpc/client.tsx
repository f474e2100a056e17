"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from "@trpc/client";
import type { inferRouterOutputs } from "@trpc/server";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { type ReactNode, useState } from "react";
import * as wireFormat from "@/lib/wire-format";
import type { AppRouter } from "@/server/api/root";
import { makeQueryClient } from "./query-client";

const context = createTRPCContext<AppRouter, { keyPrefix: true }>();
export const { useTRPC } = context;

/** What a procedure answers: `Outputs["today"]["callbacks"][number]`. */
export type Outputs = inferRouterOutputs<AppRouter>;

function createClient(slug: string) {
  const url = `/api/trpc/${slug}`;
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === "subscription",
        true: httpSubscriptionLink({ url, transformer: wireFormat }),
        false: httpBatchLink({ url, transformer: wireFormat, maxItems: 20, maxURLLength: 4_000 }),
      }),
    ],
  });
}

/**
 * Around everything under /[tenant] (or /platform, with the slug "platform"). Client and cache belong to one slug and
 * carry it in every key, so that nothing of one business is ever shown in another.
 */
export function ApiProvider({ slug, children }: { slug: string; children: ReactNode }) {
  return (
    <ProviderOfOneSlug key={slug} slug={slug}>
      {children}
    </ProviderOfOneSlug>
  );
}

function ProviderOfOneSlug({ slug, children }: { slug: string; children: ReactNode }) {
  const [queryClient] = useState(makeQueryClient);
  const [trpcClient] = useState(() => createClient(slug));
  return (
    <QueryClientProvider client={queryClient}>
      <context.TRPCProvider trpcClient={trpcClient} queryClient={queryClient} keyPrefix={slug}>
        {children}
      </context.TRPCProvider>
    </QueryClientProvider>
  );
}
