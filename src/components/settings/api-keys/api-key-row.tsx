"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Outputs, useTRPC } from "@/trpc/client";
import { useBusiness } from "../../business-context";
import { RelativeTime } from "../../relative-time";
import { toast } from "../../toast";
import { Button } from "../../ui/button";
import { useErrorToast } from "../../use-error-toast";
import { AskFirst } from "../ask-first";
import { scopeKey } from "./scope-key";

export function ApiKeyRow({ apiKey }: { apiKey: Outputs["apiKeys"]["list"][number] }) {
  const t = useTranslations("settings.apiKeys");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const sayError = useErrorToast();
  const { timeZone } = useBusiness();
  const [asking, setAsking] = useState(false);
  const { id, name, prefix, scopes, lastUsedAt } = apiKey;
  const revoke = useMutation(
    trpc.apiKeys.revoke.mutationOptions({
      onSuccess: () => toast.success(t("revoked")),
      onError: sayError,
      onSettled: () => queryClient.invalidateQueries(trpc.apiKeys.pathFilter()),
    }),
  );
  return (
    <li className="flex items-start justify-between gap-4 border-t py-2 first:border-t-0">
      <div className="min-w-0 py-1">
        <span className="block break-words font-medium">{name}</span>
        <span className="block text-muted-foreground text-table">
          <span className="font-mono">{prefix}…</span> · {t("lastUsed")}:{" "}
          {lastUsedAt ? <RelativeTime value={lastUsedAt} timeZone={timeZone} /> : t("never")}
        </span>
        <span className="block text-muted-foreground text-table">
          {scopes.map((scope) => t(`scope.${scopeKey(scope)}`)).join(" · ")}
        </span>
      </div>
      <Button
        size="small"
        variant="ghost"
        className="-mr-2.5"
        aria-label={t("revokeOf", { name })}
        onClick={() => setAsking(true)}
      >
        {t("revoke")}
      </Button>
      <AskFirst
        open={asking}
        onOpenChange={setAsking}
        title={t("revokeTitle", { name })}
        text={t("revokeText")}
        action={t("revoke")}
        onConfirm={() => revoke.mutate({ apiKeyId: id })}
      />
    </li>
  );
}
