"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { createContext, type ReactNode, useContext, useState } from "react";
import type { AppRouter } from "@/server/api/root";
import { createAsk } from "./ask";
import { createOptions, type Trpc } from "./options";
import { makeQueryClient } from "./query-client";

const Context = createContext<Trpc | undefined>(undefined);

export function useTRPC(): Trpc {
  const trpc = useContext(Context);
  if (!trpc) throw new Error("There is no API around this component.");
  return trpc;
}

/** What a procedure answers: `Outputs["today"]["callbacks"][number]`. */
export type Outputs = inferRouterOutputs<AppRouter>;

export const apiUrl = (slug: string) => `/api/trpc/${slug}`;

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
  const [trpc] = useState(() => createOptions(slug, createAsk(apiUrl(slug))));
  return (
    <QueryClientProvider client={queryClient}>
      <Context value={trpc}>{children}</Context>
    </QueryClientProvider>
  );
}
