"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { QueryErrorState } from "../query-error-state";
import { toast } from "../toast";
import { Button } from "../ui/button";
import { Skeleton } from "../ui/skeleton";
import { useErrorToast } from "../use-error-toast";
import { ContentDiff } from "./content-diff";
import { useAssistantChanged } from "./use-assistant-changed";

interface VersionDetailsProps {
  number: number;
  current: number;
  onDone: () => void;
}

/** What a version changed against the one before it, and the way back to it. */
export function VersionDetails({ number, current, onDone }: VersionDetailsProps) {
  const t = useTranslations("assistant.versions");
  const trpc = useTRPC();
  const { can } = useBusiness();
  const restore = useRestore(onDone);
  const query = useQuery(trpc.assistant.version.queryOptions({ number }));
  if (!query.data) return query.isError ? <QueryErrorState query={query} /> : <Skeleton className="h-40" />;
  const { content, before } = query.data;
  return (
    <div className="flex grow flex-col gap-4">
      <p className="text-muted-foreground">{before ? t("against", { number: before.number }) : t("first")}</p>
      <ContentDiff before={before?.content ?? null} after={content} none={t("same")} />
      {can("settings:write") && number !== current && (
        <div className="mt-auto border-t pt-4">
          <Button variant="primary" disabled={restore.isPending} onClick={() => restore.mutate({ number })}>
            <Undo2 />
            {t(restore.isPending ? "restoring" : "restore")}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The version counts from the next call on; for a moment the word about it can take that back. */
function useRestore(onDone: () => void) {
  const t = useTranslations("assistant.versions");
  const trpc = useTRPC();
  const sayError = useErrorToast();
  const changed = useAssistantChanged();
  const shared = {
    onError: sayError,
    onSettled: changed,
  };
  const undo = useMutation(
    trpc.assistant.restore.mutationOptions({ ...shared, onSuccess: () => toast(t("undone")) }),
  );
  return useMutation(
    trpc.assistant.restore.mutationOptions({
      ...shared,
      onSuccess: ({ replaced }, { number }) => {
        onDone();
        toast.success(t("done", { number }), {
          duration: 6_000,
          action: { label: t("undo"), onClick: () => undo.mutate({ number: replaced }) },
        });
      },
    }),
  );
}
