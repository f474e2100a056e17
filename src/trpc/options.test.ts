import { QueryClient, skipToken } from "@tanstack/react-query";
import { createTRPCClient } from "@trpc/client";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { expect, test } from "vitest";
import type { AppRouter } from "@/server/api/root";
import { createOptions } from "./options";

const ask = async (...question: unknown[]) => question;
const own = createOptions("praxis", ask);
const library = createTRPCOptionsProxy<AppRouter, { keyPrefix: true }>({
  client: createTRPCClient<AppRouter>({ links: [] }),
  queryClient: new QueryClient(),
  keyPrefix: "praxis",
});

test("keys and filters are those of tRPC's own proxy, with which the server prefetches", () => {
  const input = { cursor: "x", search: "Anna" };
  for (const [mine, theirs] of [
    [own.calls.list.queryKey(input), library.calls.list.queryKey(input)],
    [own.calls.list.queryKey(), library.calls.list.queryKey()],
    [own.calls.list.queryOptions(input).queryKey, library.calls.list.queryOptions(input).queryKey],
    [own.calls.list.queryOptions(skipToken).queryKey, library.calls.list.queryOptions(skipToken).queryKey],
    [own.calls.list.queryFilter(input), library.calls.list.queryFilter(input)],
    [own.calls.list.pathFilter(), library.calls.list.pathFilter()],
    [own.calls.pathFilter({ type: "active" }), library.calls.pathFilter({ type: "active" })],
    [own.pathFilter(), library.pathFilter()],
    [
      own.appointments.cancel.mutationOptions().mutationKey,
      library.appointments.cancel.mutationOptions().mutationKey,
    ],
  ])
    expect(mine).toEqual(theirs);
});

test("what is skipped is not asked, everything else with its path and input", async () => {
  expect(own.calls.list.queryOptions(skipToken).queryFn).toBe(skipToken);
  const { queryFn, staleTime } = own.calls.list.queryOptions({ search: "Anna" }, { staleTime: 7 });
  expect(staleTime).toBe(7);
  expect(await (queryFn as unknown as () => Promise<unknown>)()).toEqual([
    "query",
    "calls.list",
    { search: "Anna" },
  ]);
  const { mutationFn } = own.appointments.cancel.mutationOptions();
  expect(await mutationFn?.({ appointmentId: 7 } as never, {} as never)).toEqual([
    "mutation",
    "appointments.cancel",
    { appointmentId: 7 },
  ]);
});

test("what pages do not use is refused, not silently nothing", () => {
  expect(() => own.calls.list.infiniteQueryOptions({} as never, {} as never)).toThrow("not offered");
});
