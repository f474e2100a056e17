"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import type { ViewList } from "@/contracts/view-lists";
import { type Outputs, useTRPC } from "@/trpc/client";
import { readId } from "../read-id";
import { viewParameter, viewQueryOf } from "./view-address";

export type SavedView = Outputs["savedViews"]["list"][number];

/** The views of a list, the one that the address names, and whether the list still looks like it. */
export function useSavedViews(list: ViewList, wanted: boolean) {
  const trpc = useTRPC();
  const address = useSearchParams();
  const openId = readId(address.get(viewParameter) ?? "");
  const views = useQuery(
    trpc.savedViews.list.queryOptions(
      { list },
      { enabled: wanted || openId !== undefined, staleTime: 60_000 },
    ),
  );
  const query = viewQueryOf(list, address.toString());
  const open = views.data?.find(({ id }) => id === openId);
  return { views, query, open, isChanged: open !== undefined && open.query !== query };
}

/** The writes; each shows in the list at once. */
export function useViewVerbs() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const onSuccess = () => queryClient.invalidateQueries(trpc.savedViews.list.queryFilter());
  return {
    create: useMutation(trpc.savedViews.create.mutationOptions({ onSuccess })),
    change: useMutation(trpc.savedViews.change.mutationOptions({ onSuccess })),
    remove: useMutation(trpc.savedViews.delete.mutationOptions({ onSuccess })),
  };
}
