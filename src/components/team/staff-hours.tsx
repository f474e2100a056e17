"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { EditButton } from "../edit-button";
import { FormSheet } from "../form/form-sheet";
import { Section } from "../section";
import { Button } from "../ui/button";
import type { StaffMember } from "./outputs";
import { useCatalogChanged } from "./use-catalog-changed";
import { WeekView } from "./week-view";

const HoursForm = dynamic(() => import("./staff-hours-form").then((module) => module.HoursForm));

/** The usual week. Without one there are no free times, so its absence asks for it. */
export function StaffHours({ person }: { person: StaffMember }) {
  const t = useTranslations("team.staff.hours");
  const trpc = useTRPC();
  const { can } = useBusiness();
  const refresh = useCatalogChanged();
  const { data: branches = [] } = useQuery(trpc.branches.list.queryOptions());
  const none = person.workingHours.length === 0;
  const sheet = (trigger: ReactNode) =>
    can("catalog:write") && (
      <FormSheet title={t("title")} description={t("hint")} refresh={refresh} trigger={trigger}>
        {(close) => <HoursForm person={person} onDone={close} />}
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
        <WeekView ranges={person.workingHours} emptyDay={t("free")} branches={branches} />
      )}
    </Section>
  );
}
