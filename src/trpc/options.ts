import { skipToken } from "@tanstack/react-query";
import type { TRPCOptionsProxy } from "@trpc/tanstack-react-query";
import type { AppRouter } from "@/server/api/root";
import type { Ask } from "./ask";

/** Options and keys for TanStack Query, typed by the router: `trpc.calls.list.queryOptions(input)`. */
export type Trpc = TRPCOptionsProxy<AppRouter, { keyPrefix: true }>;

/**
 * What `createTRPCOptionsProxy` gives, as far as pages use it, with the same keys: what the server prefetched with it
 * is found. Anything else is refused when it is called.
 */
export function createOptions(slug: string, ask: Ask): Trpc {
  const keyOf = (path: string[], args?: object) =>
    path.length === 0 ? [[slug]] : args ? [[slug], path, args] : [[slug], path];
  const queryKey = (path: string[], input: unknown) =>
    keyOf(path, input === undefined || input === skipToken ? { type: "query" } : { input, type: "query" });

  const kinds: Record<string, (path: string[], first?: unknown, second?: object) => unknown> = {
    pathFilter: (path, filter) => ({ ...(filter as object), queryKey: keyOf(path) }),
    queryKey,
    queryFilter: (path, input, filter) => ({ ...filter, queryKey: queryKey(path, input) }),
    queryOptions: (path, input, options) => ({
      ...options,
      queryKey: queryKey(path, input),
      queryFn: input === skipToken ? skipToken : () => ask("query", path.join("."), input),
    }),
    mutationOptions: (path, options) => ({
      ...(options as object),
      mutationKey: keyOf(path),
      mutationFn: (input: unknown) => ask("mutation", path.join("."), input),
    }),
  };

  const at = (path: string[]): unknown =>
    new Proxy(() => {}, {
      get: (_, name) => (typeof name === "string" && name !== "then" ? at([...path, name]) : undefined),
      apply: (_, __, [first, second]) => {
        const kind = kinds[path.at(-1) ?? ""];
        if (!kind) throw new TypeError(`${path.join(".")} is not offered to pages`);
        return kind(path.slice(0, -1), first, second);
      },
    });
  return at([]) as Trpc;
}
