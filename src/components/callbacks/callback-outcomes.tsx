"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../ui/button";
import type { Callback } from "./marks";
import { PostponeChoices } from "./postpone-choices";
import type { CallbackVerbs } from "./use-callback-verbs";

interface CallbackOutcomesProps {
  callback: Callback;
  verbs: CallbackVerbs;
  /** Typed and not saved yet: goes along. */
  notes: string | null | undefined;
  /** Nobody needs to call any more. */
  onSettled: () => void;
}

/** What came of it, or when to try again. */
export function CallbackOutcomes({ callback, verbs, notes, onSettled }: CallbackOutcomesProps) {
  const t = useTranslations("callbacks");
  const input = { callbackId: callback.id, notes };
  return (
    <>
      <fieldset disabled={verbs.pending}>
        <legend className="pb-2 font-medium">{t("whatCame")}</legend>
        <div className="flex flex-wrap gap-2">
          {(["reached", "no_interest", "wrong_number"] as const).map((outcome) => (
            <Button
              key={outcome}
              onClick={() => verbs.complete.mutate({ ...input, outcome }, { onSuccess: onSettled })}
            >
              {outcome === "reached" && <Check />}
              {t(`outcome.${outcome}`)}
            </Button>
          ))}
        </div>
      </fieldset>
      <PostponeChoices
        disabled={verbs.pending}
        onChoose={(dueAt) => verbs.postpone.mutate({ ...input, dueAt })}
      />
    </>
  );
}
