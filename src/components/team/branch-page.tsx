"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { holidayName } from "@/lib/holiday-names";
import { formatPhone } from "@/lib/phone-display";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { EditButton } from "../edit-button";
import { Facts } from "../facts";
import { FormSheet } from "../form/form-sheet";
import { PageHeader } from "../page-header";
import { PageSkeleton } from "../page-skeleton";
import { QueryErrorState } from "../query-error-state";
import { Section } from "../section";
import { Button } from "../ui/button";
import { useDayText } from "../use-day-text";
import { usePageLocale } from "../use-page-locale";
import { useTimeZoneName } from "../use-time-zone-name";
import { ActiveSwitch } from "./active-switch";
import { AffectedAppointments } from "./affected-appointments";
import { BackLink } from "./back-link";
import { BranchClosures } from "./branch-closures";
import { BranchSpecialHours } from "./branch-special-hours";
import type { Branch } from "./outputs";
import { useCatalogChanged } from "./use-catalog-changed";
import { useOutsideHours } from "./use-outside-hours";
import { WeekView } from "./week-view";

const BranchForm = dynamic(() => import("./branch-form").then((module) => module.BranchForm));

const HoursForm = dynamic(() => import("./opening-hours-form").then((module) => module.HoursForm));

/** Where it is, when it is open and when it is not. */
export function BranchPage({ branchId }: { branchId: number }) {
  const t = useTranslations("team.branch");
  const trpc = useTRPC();
  const query = useQuery(trpc.branches.get.queryOptions({ branchId }));
  const branch = query.data;
  if (!branch)
    return (
      <>
        <BackLink to="branches" />
        {query.isError ? <QueryErrorState query={query} /> : <PageSkeleton />}
      </>
    );
  return (
    <>
      <BackLink to="branches" />
      <PageHeader title={branch.name} description={!branch.active && t("formerHint")} />
      <div className="grid gap-x-12 gap-y-9 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-9">
          <OpeningHours branch={branch} />
          <BranchSpecialHours branch={branch} />
          <BranchClosures branch={branch} />
        </div>
        <div className="flex min-w-0 flex-col gap-9">
          <BranchDetails branch={branch} />
          <Holidays branch={branch} />
          <ActiveSwitch entity="branch" item={branch} />
        </div>
      </div>
    </>
  );
}

function OpeningHours({ branch }: { branch: Branch }) {
  const t = useTranslations("team.branch.hours");
  const { can } = useBusiness();
  const refresh = useCatalogChanged();
  const none = branch.openingHours.length === 0;
  const outside = useOutsideHours(branch).filter(({ special }) => !special);
  const sheet = (trigger: ReactNode) =>
    can("catalog:write") && (
      <FormSheet title={t("title")} description={t("hint")} refresh={refresh} trigger={trigger}>
        {(close) => <HoursForm branch={branch} onDone={close} />}
      </FormSheet>
    );
  return (
    <Section
      title={t("title")}
      aside={!none && sheet(<EditButton label={t("editTitle")}>{t("edit")}</EditButton>)}
    >
      {none ? (
        <div className="flex flex-col items-start gap-3 py-3">
          <p className="text-muted-foreground">{t("none")}</p>
          {sheet(<Button variant="primary">{t("enter")}</Button>)}
        </div>
      ) : (
        <WeekView ranges={branch.openingHours} emptyDay={t("closed")} />
      )}
      <AffectedAppointments appointments={outside} outside />
    </Section>
  );
}

function BranchDetails({ branch }: { branch: Branch }) {
  const t = useTranslations("team.branch");
  const states = useTranslations("terms.federalState");
  const zoneName = useTimeZoneName();
  const { can } = useBusiness();
  const refresh = useCatalogChanged();
  const numbers = branch.phoneNumbers.map(({ phoneNumber }) => formatPhone(phoneNumber)).join("\n");
  return (
    <Section
      title={t("details")}
      aside={
        can("catalog:write") && (
          <FormSheet
            title={t("editTitle")}
            refresh={refresh}
            trigger={<EditButton label={t("editTitle")}>{t("edit")}</EditButton>}
          >
            {(close) => <BranchForm branch={branch} onDone={close} />}
          </FormSheet>
        )
      }
    >
      <Facts
        rows={[
          [t("form.address"), branch.address],
          [t("form.phone"), branch.phone && formatPhone(branch.phone)],
          [
            t("assistantNumbers"),
            <span key="numbers" className="whitespace-pre-line tabular-nums">
              {numbers || t("noNumbers")}
            </span>,
          ],
          [t("form.federalState"), states(branch.federalState)],
          [t("form.timeZone"), zoneName(branch.timeZone)],
        ]}
      />
      <p className="pt-1 text-muted-foreground text-table">{t("numbersHint")}</p>
    </Section>
  );
}

function Holidays({ branch }: { branch: Branch }) {
  const t = useTranslations("team.branch");
  const states = useTranslations("terms.federalState");
  const dayText = useDayText();
  const locale = usePageLocale();
  return (
    <Section title={t("holidays", { state: states(branch.federalState) })}>
      {branch.holidays.length === 0 ? (
        <p className="py-3 text-muted-foreground">{t("noHolidays")}</p>
      ) : (
        <Facts
          rows={branch.holidays.map(({ day, name }) => [
            holidayName(name, locale),
            <span key={day} className="tabular-nums">
              {dayText(day)}
            </span>,
          ])}
        />
      )}
    </Section>
  );
}
