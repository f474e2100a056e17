"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { EditButton } from "../../edit-button";
import { Facts } from "../../facts";
import { FormSheet } from "../../form/form-sheet";
import { PageSkeleton } from "../../page-skeleton";
import { QueryErrorState } from "../../query-error-state";
import { Section } from "../../section";
import { useTimeZoneName } from "../../use-time-zone-name";

const BusinessForm = dynamic(() => import("./business-form").then((module) => module.BusinessForm));

/** What holds for the whole business: first read, then changed in a sheet. */
export function BusinessSettingsPage() {
  const t = useTranslations("settings.business");
  const kinds = useTranslations("terms.tenantKind");
  const zoneName = useTimeZoneName();
  const trpc = useTRPC();
  const query = useQuery(trpc.business.get.queryOptions());
  if (!query.data) return query.isError ? <QueryErrorState query={query} /> : <PageSkeleton headless />;
  const settings = query.data;
  return (
    <Section
      title={t("title")}
      className="max-w-3xl"
      aside={
        <FormSheet
          title={t("edit")}
          refresh={query.refetch}
          trigger={<EditButton label={t("edit")}>{t("change")}</EditButton>}
        >
          {(close) => <BusinessForm settings={settings} onDone={close} />}
        </FormSheet>
      }
    >
      <Facts
        rows={[
          [t("name"), settings.name],
          [t("kind"), kinds(settings.kind)],
          [t("timeZone"), zoneName(settings.timeZone)],
          [t("minNotice"), t("minutes", { count: settings.minNoticeMinutes })],
          [t("window"), t("days", { count: settings.bookingWindowDays })],
          [t("step"), t("everyMinutes", { count: settings.slotStepMinutes })],
          [t("recording"), t(`recordingConsent.${settings.recordingConsent}`)],
        ]}
      />
    </Section>
  );
}
