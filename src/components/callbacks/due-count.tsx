"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";

/** The clock makes callbacks due without any change that could be heard of. */
const askAgainMs = 60_000;
const mostShown = 99;

/** How many callbacks are due, beside the word that leads to them; nothing while there is none. */
export function DueCount() {
  const t = useTranslations("callbacks");
  const trpc = useTRPC();
  const { data } = useQuery(trpc.callbacks.due.queryOptions(undefined, { refetchInterval: askAgainMs }));
  if (!data) return null;
  return (
    <span className="inline-flex h-5 min-w-5 items-center justify-center rounded-full bg-danger-soft px-1.5 font-medium text-danger-text text-xs tabular-nums">
      <span aria-hidden="true">{data > mostShown ? `${mostShown}+` : data}</span>
      <span className="sr-only">{t("dueCount", { count: data })}</span>
    </span>
  );
}
