"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Eye, RotateCw } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Facts } from "@/components/facts";
import { PageHeader } from "@/components/page-header";
import { PageSkeleton } from "@/components/page-skeleton";
import { QueryErrorState } from "@/components/query-error-state";
import { Section } from "@/components/section";
import { Time } from "@/components/time";
import { toast } from "@/components/toast";
import { Button } from "@/components/ui/button";
import { useErrorToast } from "@/components/use-error-toast";
import { useTRPC } from "@/trpc/client";
import { platformTimeZone } from "../platform-time-zone";
import { DeliveryStatus } from "./delivery-status";

/** One thing a vendor told us: when, about whom, what became of it, and what it says. */
export function DeliveryPage({ inboxId }: { inboxId: number }) {
  const t = useTranslations("platform.inbox");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const query = useQuery(
    trpc.platform.delivery.queryOptions(
      { inboxId },
      // Until it is known what became of it.
      { refetchInterval: ({ state }) => (state.data?.status === "received" ? 1_000 : false) },
    ),
  );
  const onError = useErrorToast();
  const replay = useMutation(
    trpc.platform.replayDelivery.mutationOptions({
      onSuccess: () => toast.success(t("replayed")),
      onError,
      onSettled: () => queryClient.invalidateQueries(trpc.platform.pathFilter()),
    }),
  );
  const reveal = useMutation(trpc.platform.revealDelivery.mutationOptions({ onError }));
  const row = query.data;
  if (!row) return query.isError ? <QueryErrorState query={query} /> : <PageSkeleton />;
  const time = (value: Date | null) =>
    value && <Time value={value} timeZone={platformTimeZone} form="page" />;
  return (
    <>
      <PageHeader
        title={<code className="font-mono">{row.eventType}</code>}
        description={row.provider === "retell" ? "Retell" : "Cal.com"}
        actions={
          row.status === "failed" && (
            <Button variant="primary" disabled={replay.isPending} onClick={() => replay.mutate({ inboxId })}>
              <RotateCw />
              {t("replay")}
            </Button>
          )
        }
      />
      <div className="grid gap-x-12 gap-y-9 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <Section title={t("facts")}>
          <Facts
            rows={[
              [t("status"), <DeliveryStatus key="status" status={row.status} />],
              [t("reason"), row.reason],
              [
                t("tenant"),
                row.tenantSlug ? (
                  <Link
                    key="tenant"
                    href={`/platform/tenants/${row.tenantSlug}`}
                    className="rounded-sm text-primary-text underline-offset-4 hover:underline"
                  >
                    {row.tenantName}
                  </Link>
                ) : (
                  t("nobody")
                ),
              ],
              [t("time"), time(row.createdAt)],
              [t("processedAt"), time(row.processedAt)],
              [t("deliveries"), row.deliveries],
              [
                t("externalId"),
                <code key="id" className="break-all font-mono text-xs">
                  {row.externalId}
                </code>,
              ],
            ]}
          />
        </Section>
        <Section
          title={t("body")}
          aside={
            !reveal.data && (
              <Button
                size="small"
                variant="ghost"
                className="-mr-2.5"
                disabled={reveal.isPending}
                onClick={() => reveal.mutate({ inboxId })}
              >
                <Eye />
                {t("reveal")}
              </Button>
            )
          }
        >
          <p className="py-2 text-muted-foreground text-table" role="status">
            {t(reveal.data ? "revealedHint" : "maskedHint")}
          </p>
          <pre className="whitespace-pre-wrap wrap-anywhere rounded-surface bg-muted p-4 font-mono text-xs">
            {reveal.data?.body ?? row.body}
          </pre>
        </Section>
      </div>
    </>
  );
}
