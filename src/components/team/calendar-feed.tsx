"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { Field } from "../form/field";
import { RelativeTime } from "../relative-time";
import { Section } from "../section";
import { AskFirst } from "../settings/ask-first";
import { ShownOnce } from "../settings/shown-once";
import { toast } from "../toast";
import { Button } from "../ui/button";
import { NativeSelect } from "../ui/native-select";
import { useErrorToast } from "../use-error-toast";

const choices = ["none", "initials", "full"] as const;

/** A secret link with which somebody sees their appointments in their own calendar. */
export function CalendarFeed({ staffId }: { staffId: number }) {
  const t = useTranslations("team.feed");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const sayError = useErrorToast();
  const { timeZone } = useBusiness();
  const [asking, setAsking] = useState<"renew" | "revoke">();
  const { data } = useQuery(trpc.calendarFeeds.get.queryOptions({ staffId }));
  const options = {
    onError: sayError,
    onSettled: () => queryClient.invalidateQueries(trpc.calendarFeeds.pathFilter()),
  };
  const create = useMutation(trpc.calendarFeeds.create.mutationOptions(options));
  const change = useMutation(
    trpc.calendarFeeds.change.mutationOptions({ ...options, onSuccess: () => toast.success(t("saved")) }),
  );
  const revoke = useMutation(
    trpc.calendarFeeds.revoke.mutationOptions({
      ...options,
      onSuccess: () => {
        create.reset();
        toast.success(t("revoked"));
      },
    }),
  );
  if (!data) return null;
  const { feed } = data;
  const pending = create.isPending || change.isPending || revoke.isPending;
  return (
    <Section title={t("title")}>
      <div className="flex flex-col gap-3 pt-3">
        {!feed && (
          <>
            <p className="text-muted-foreground">{t("text")}</p>
            <Button
              className="self-start"
              disabled={pending}
              onClick={() => create.mutate({ staffId, names: "initials" })}
            >
              {t("create")}
            </Button>
          </>
        )}
        {feed && create.data && <ShownOnce label={t("label")} text={create.data.link} hint={t("shown")} />}
        {feed && (
          <>
            <Field label={t("names")} hint={t("namesHint")}>
              {(control) => (
                <NativeSelect
                  {...control}
                  value={feed.names}
                  disabled={pending}
                  onValueChange={(value) => {
                    const names = choices.find((choice) => choice === value);
                    if (names) change.mutate({ staffId, names });
                  }}
                >
                  {choices.map((choice) => (
                    <option key={choice} value={choice}>
                      {t(`name.${choice}`)}
                    </option>
                  ))}
                </NativeSelect>
              )}
            </Field>
            <p className="text-muted-foreground text-table">
              {t.rich("since", { time: () => <RelativeTime value={feed.createdAt} timeZone={timeZone} /> })}
              {" · "}
              {feed.lastReadAt
                ? t.rich("read", {
                    time: () => <RelativeTime value={feed.lastReadAt ?? new Date()} timeZone={timeZone} />,
                  })
                : t("never")}
            </p>
            <div className="flex flex-wrap gap-2">
              <Button size="small" disabled={pending} onClick={() => setAsking("renew")}>
                {t("renew")}
              </Button>
              <Button size="small" disabled={pending} onClick={() => setAsking("revoke")}>
                {t("revoke")}
              </Button>
            </div>
            {asking && (
              <AskFirst
                open
                onOpenChange={() => setAsking(undefined)}
                title={t(`${asking}Title`)}
                text={t(`${asking}Text`)}
                action={t(asking)}
                onConfirm={() =>
                  asking === "renew"
                    ? create.mutate({ staffId, names: feed.names })
                    : revoke.mutate({ staffId })
                }
              />
            )}
          </>
        )}
      </div>
    </Section>
  );
}
