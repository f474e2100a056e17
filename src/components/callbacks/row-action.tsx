"use client";

import { Check, UserCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useBusiness } from "../business-context";
import { Button } from "../ui/button";
import { nameOf } from "./callback-words";
import type { Callback } from "./marks";
import { useCallbackVerbs } from "./use-callback-verbs";

/** The next thing to do about it, without opening it. */
export function RowAction({ callback }: { callback: Callback }) {
  const t = useTranslations("callbacks");
  const { can } = useBusiness();
  const { claim, complete, pending } = useCallbackVerbs();
  if (!can("callbacks:write") || callback.completedAt !== null) return null;
  const input = { callbackId: callback.id };
  const name = nameOf(callback) ?? t("somebody");
  if (callback.status === "claimed" && !callback.isMine) return null;
  if (callback.isMine)
    return (
      <Button
        size="small"
        disabled={pending}
        aria-label={t("reachedFor", { name })}
        // The second half of a double click was meant for the button that stood here before.
        onClick={({ detail }) => detail < 2 && complete.mutate({ ...input, outcome: "reached" })}
      >
        <Check />
        {t("outcome.reached")}
      </Button>
    );
  return (
    <Button
      size="small"
      disabled={pending}
      aria-label={t("claimFor", { name })}
      onClick={() => claim.mutate(input)}
    >
      <UserCheck />
      {t("claim")}
    </Button>
  );
}
