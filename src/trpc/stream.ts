import type { QueryClient } from "@tanstack/react-query";
import { createTRPCClient, httpSubscriptionLink } from "@trpc/client";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import * as wireFormat from "@/lib/wire-format";
import type { AppRouter } from "@/server/api/root";
import { apiUrl } from "./client";
import type { Trpc } from "./options";

/** For subscriptions: tRPC's own client, which comes with the code that listens, not with the page. */
export function createStream(slug: string, queryClient: QueryClient): Trpc {
  const client = createTRPCClient<AppRouter>({
    links: [httpSubscriptionLink({ url: apiUrl(slug), transformer: wireFormat })],
  });
  return createTRPCOptionsProxy<AppRouter, { keyPrefix: true }>({ client, queryClient, keyPrefix: slug });
}
