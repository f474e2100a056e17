"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { QueryErrorState } from "@/components/query-error-state";
import { toast } from "@/components/toast";
import { Dialog, DialogContent, DialogDescription, DialogTitle } from "@/components/ui/dialog";
import { useErrorToast } from "@/components/use-error-toast";
import { useTRPC } from "@/trpc/client";
import { RowSkeletons } from "./row-skeletons";

/** Who may call. Fetched when it is opened. */
export function TestCallDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("today.testCall");
  return (
    <Dialog open onOpenChange={(open) => open || onClose()}>
      <DialogContent className="md:max-w-lg">
        <DialogTitle>{t("title")}</DialogTitle>
        <DialogDescription>{t("hint")}</DialogDescription>
        <ScenarioList onStarted={onClose} />
      </DialogContent>
    </Dialog>
  );
}

function ScenarioList({ onStarted }: { onStarted: () => void }) {
  const t = useTranslations("today.testCall");
  const trpc = useTRPC();
  const sayError = useErrorToast();
  const query = useQuery(trpc.testCalls.scenarios.queryOptions());
  const start = useMutation(
    trpc.testCalls.start.mutationOptions({
      onSuccess: () => {
        toast(t("started"));
        onStarted();
      },
      onError: sayError,
    }),
  );
  if (query.isError) return <QueryErrorState query={query} />;
  if (!query.data) return <RowSkeletons rows={8} />;
  return (
    <ul lang="de" className="-mx-2">
      {query.data.map(({ key, title, story }) => (
        <li key={key}>
          <button
            type="button"
            disabled={start.isPending}
            onClick={() => start.mutate({ scenario: key })}
            className="block w-full rounded-control px-2 py-2 text-left transition-colors duration-150 hover:bg-hover disabled:opacity-50"
          >
            <span className="block font-medium">{title}</span>
            <span className="block text-muted-foreground text-table">{story}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
