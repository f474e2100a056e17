"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { NotesField } from "../form/notes-field";
import { useNotes } from "../form/use-notes";
import { QueryErrorState } from "../query-error-state";
import { DialogTitle } from "../ui/dialog";
import { Skeleton } from "../ui/skeleton";
import { CallbackFacts } from "./callback-facts";
import { CallbackOutcomes } from "./callback-outcomes";
import { nameOf } from "./callback-words";
import { DialAndClaim } from "./dial-and-claim";
import type { Callback } from "./marks";
import { useCallbackVerbs } from "./use-callback-verbs";

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
      {callback && <Work key={callback.id} callback={callback} onSettled={onSettled} />}
    </>
  );
}

/** In the order of the work: call, write down what was said, say what came of it. */
function Work({ callback, onSettled }: { callback: Callback; onSettled: () => void }) {
  const t = useTranslations("callbacks");
  const { can } = useBusiness();
  const verbs = useCallbackVerbs();
  const notes = useNotes(callback.notes ?? "", (text) =>
    verbs.change.mutateAsync({ callbackId: callback.id, notes: text }),
  );
  if (!can("callbacks:write"))
    return (
      <>
        <DialAndClaim callback={callback} verbs={verbs} />
        <CallbackFacts callback={callback} />
        {callback.notes && <p className="whitespace-pre-wrap break-words border-t pt-4">{callback.notes}</p>}
      </>
    );
  return (
    <>
      <DialAndClaim callback={callback} verbs={verbs} />
      <NotesField
        notes={notes}
        label={t("notes")}
        hint={t("notesHint")}
        saveLabel={t("save")}
        saving={verbs.change.isPending}
      />
      {callback.completedAt === null && (callback.isMine || callback.status === "open") && (
        <CallbackOutcomes callback={callback} verbs={verbs} notes={notes.given} onSettled={onSettled} />
      )}
      <CallbackFacts callback={callback} />
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
