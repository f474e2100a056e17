"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { toast } from "../toast";
import { Button } from "../ui/button";
import { useErrorMessage } from "../use-error-message";
import { ContentDiff } from "./content-diff";
import { useIsHeard } from "./line-notice";
import type { Assistant } from "./outputs";
import { useAssistantChanged } from "./use-assistant-changed";

interface PublishDraftProps {
  draft: NonNullable<Assistant["draft"]>;
  current: Assistant["current"];
  onDone: () => void;
}

/** What will change for callers, and the button that makes it so. */
export function PublishDraft({ draft, current, onDone }: PublishDraftProps) {
  const t = useTranslations("assistant.draft");
  const trpc = useTRPC();
  const { can } = useBusiness();
  const message = useErrorMessage();
  const changed = useAssistantChanged();
  const isHeard = useIsHeard();
  const seen = { draftId: draft.draftId, revision: draft.revision };
  const options = { onSettled: changed };
  const publish = useMutation(
    trpc.assistant.publish.mutationOptions({
      ...options,
      onSuccess: ({ number }) => {
        onDone();
        toast.success(t(isHeard === false ? "publishedUnheard" : "published", { number }));
      },
    }),
  );
  const discard = useMutation(
    trpc.assistant.discardDraft.mutationOptions({
      ...options,
      onSuccess: () => {
        onDone();
        toast(t("discarded"));
      },
    }),
  );
  const isPending = publish.isPending || discard.isPending;
  const error = publish.error ?? discard.error;
  return (
    <div className="flex grow flex-col gap-5">
      <ContentDiff before={current.content} after={draft.content} none={t("nothing")} />
      <figure>
        <figcaption className="pb-1.5 font-medium text-sm">{t("willSay")}</figcaption>
        <blockquote className="border-l-2 border-l-primary pl-4">{draft.spoken}</blockquote>
      </figure>
      {error && (
        <p role="alert" className="text-danger-text">
          {message(error).said}
        </p>
      )}
      {can("settings:write") && (
        <div className="mt-auto flex flex-col gap-2 border-t pt-4 md:flex-row">
          <Button
            variant="primary"
            disabled={isPending}
            onClick={() => publish.mutate({ ...seen, replaces: current.number })}
          >
            {t(publish.isPending ? "publishing" : "publish")}
          </Button>
          <Button variant="ghost" disabled={isPending} onClick={() => discard.mutate(seen)}>
            {t("discard")}
          </Button>
        </div>
      )}
    </div>
  );
}
