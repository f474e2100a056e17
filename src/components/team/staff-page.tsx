"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { PageHeader } from "../page-header";
import { PageSkeleton } from "../page-skeleton";
import { QueryErrorState } from "../query-error-state";
import { ActiveSwitch } from "./active-switch";
import { BackLink } from "./back-link";
import { CalendarFeed } from "./calendar-feed";
import { StaffDetails } from "./staff-details";
import { StaffHours } from "./staff-hours";
import { StaffQualifications } from "./staff-qualifications";
import { StaffSpecialHours } from "./staff-special-hours";
import { StaffTimeOff } from "./staff-time-off";

/** Who somebody is, what they do, when they work and when they are away. */
export function StaffPage({ staffId }: { staffId: number }) {
  const t = useTranslations("team.staff");
  const trpc = useTRPC();
  const { can } = useBusiness();
  const query = useQuery(trpc.staff.get.queryOptions({ staffId }));
  const person = query.data;
  if (!person)
    return (
      <>
        <BackLink to="team" />
        {query.isError ? <QueryErrorState query={query} /> : <PageSkeleton />}
      </>
    );
  return (
    <>
      <BackLink to="team" />
      <PageHeader title={person.name} description={!person.active && t("formerHint")} />
      <div className="grid gap-x-12 gap-y-9 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-9">
          <StaffHours person={person} />
          <StaffTimeOff person={person} />
          <StaffSpecialHours person={person} />
        </div>
        <div className="flex min-w-0 flex-col gap-9">
          <StaffDetails person={person} />
          <StaffQualifications person={person} />
          {can("catalog:write") && person.active && <CalendarFeed staffId={staffId} />}
          <ActiveSwitch entity="staff" item={person} />
        </div>
      </div>
    </>
  );
}
