"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useBusiness } from "@/components/business-context";
import { CopyButton } from "@/components/copy-button";
import { Facts } from "@/components/facts";
import { Section } from "@/components/section";
import { DialogTitle } from "@/components/ui/dialog";
import { sayChanges } from "./say-changes";
import { sayActor, sayDetail, sayEvent, sayOrigin, type TrailRow } from "./say-event";

const linkClasses = "rounded-sm text-primary-text underline-offset-4 hover:underline";

interface TrailEntryProps {
  row: TrailRow;
  sayTime: (instant: Date) => string;
  /** Everything else that happened to the same thing. */
  historyHref: string;
}

/** One entry whole: who, when, from where, to what, and what was there before. */
export function TrailEntry({ row, sayTime, historyHref }: TrailEntryProps) {
  const t = useTranslations("auditTrail");
  const format = useFormatter();
  const { slug, timeZone } = useBusiness();
  const place = placeOf(row);
  const changes = sayChanges(t, format, row);
  const at = format.dateTime(row.at, { dateStyle: "full", timeStyle: "medium", timeZone });
  return (
    <>
      <DialogTitle className="text-title">{sayEvent(t, row, sayTime)}</DialogTitle>
      {changes.length > 0 && (
        <Section title={t("changed")}>
          <dl>
            {changes.map(({ field, values }) => (
              <div key={field} className="border-t py-2.5 first:border-t-0">
                <dt className="text-muted-foreground">{field}</dt>
                {values ? (
                  <dd className="wrap-anywhere">
                    <del className="text-muted-foreground decoration-muted-foreground/60">{values.from}</del>
                    <span aria-hidden="true" className="px-1.5 text-muted-foreground">
                      →
                    </span>
                    <ins className="font-medium no-underline">{values.to}</ins>
                  </dd>
                ) : (
                  <dd>{t("notKept")}</dd>
                )}
              </div>
            ))}
          </dl>
        </Section>
      )}
      <Facts
        rows={[
          [t("details"), sayDetail(t, row, sayTime)],
          [t("actor"), sayActor(t, row.actor)],
          [t("time"), at],
          [t("origin.label"), sayOrigin(t, row)],
          [
            t("call"),
            row.callId !== null && row.entityType !== "call" && (
              <Link key="call" className={linkClasses} href={`/${slug}/calls/${row.callId}`}>
                {t("openCall")}
              </Link>
            ),
          ],
          [
            t("subject"),
            place && (
              <Link key="subject" className={linkClasses} href={`/${slug}/${place}`}>
                {t("open")}
              </Link>
            ),
          ],
          [
            t("request"),
            row.requestId && (
              <span key="request" className="flex min-w-0 items-center justify-end gap-1">
                <code className="truncate font-mono text-xs">{row.requestId}</code>
                <CopyButton text={row.requestId} />
              </span>
            ),
          ],
        ]}
      />
      {row.entityId !== null && (
        <Link className={linkClasses} href={historyHref}>
          {t("wholeHistory")}
        </Link>
      )}
    </>
  );
}

const places: Record<string, (id: number) => string> = {
  appointment: (id) => `appointments?appointment=${id}`,
  customer: (id) => `customers/${id}`,
  callback: (id) => `callbacks?callback=${id}`,
  call: (id) => `calls/${id}`,
  staff: (id) => `team/staff/${id}`,
  calendar_feed: (id) => `team/staff/${id}`,
  service: (id) => `team/services/${id}`,
  branch: (id) => `team/branches/${id}`,
};
const pagesOfAll: Record<string, string> = {
  resource: "team/rooms",
  assistant: "assistant",
  agent: "assistant",
  booking_rule: "settings/booking-rules",
  tenant: "settings/business",
  user: "settings/members",
  invitation: "settings/members",
  api_key: "settings/api-keys",
  calcom: "settings/integrations",
};

/** Where the thing is looked at, below the business; undefined where it has no page. */
const placeOf = ({ entityType, entityId }: TrailRow) =>
  (entityId === null ? undefined : places[entityType]?.(entityId)) ?? pagesOfAll[entityType];
