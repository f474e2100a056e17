"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { QueryErrorState } from "../query-error-state";
import { DialogTitle } from "../ui/dialog";
import { Skeleton } from "../ui/skeleton";
import { CallbackActions } from "./callback-actions";
import { CallbackFacts } from "./callback-facts";
import { CallbackNotes } from "./callback-notes";
import { nameOf } from "./callback-words";

/** Whom to call, why, and what came of it. */
export function CallbackPanel({ callbackId, onSettled }: { callbackId: number; onSettled: () => void }) {
  const t = useTranslations("callbacks");
  const trpc = useTRPC();
  const { spokenLanguage } = useBusiness();
  const query = useQuery(trpc.callbacks.get.queryOptions({ callbackId }));
  const callback = query.data;
  return (
    <>
      <div>
        <DialogTitle className="text-title">
          {callback ? (nameOf(callback) ?? t("somebody")) : t("one")}
        </DialogTitle>
        {callback?.reason && (
          <p lang={spokenLanguage} className="break-words pt-1">
            {callback.reason}
          </p>
        )}
      </div>
      {query.isError && !callback && <QueryErrorState query={query} />}
      {query.isPending && <Skeletons />}
      {callback && (
        <>
          <CallbackActions callback={callback} onSettled={onSettled} />
          <CallbackFacts callback={callback} />
          <CallbackNotes key={callback.notes} callback={callback} />
        </>
      )}
    </>
  );
}

function Skeletons() {
  return (
    <div className="flex flex-col gap-3">
      <Skeleton className="h-11 w-full md:h-9" />
      <Skeleton className="h-4 w-3/4" />
      <Skeleton className="h-4 w-1/2" />
      <Skeleton className="h-4 w-2/3" />
    </div>
  );
}
