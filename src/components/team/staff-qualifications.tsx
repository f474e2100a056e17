"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { EditButton } from "../edit-button";
import { FormSheet } from "../form/form-sheet";
import { Section } from "../section";
import { Button } from "../ui/button";
import type { StaffMember } from "./outputs";
import { useCatalogChanged } from "./use-catalog-changed";

const QualificationsForm = dynamic(() =>
  import("./qualifications-form").then((module) => module.QualificationsForm),
);

/** What somebody can do. */
export function StaffQualifications({ person }: { person: StaffMember }) {
  const t = useTranslations("team.staff.qualifications");
  const trpc = useTRPC();
  const { slug, can } = useBusiness();
  const refresh = useCatalogChanged();
  const { data: services = [] } = useQuery(trpc.services.list.queryOptions());
  const offered = services.filter(({ id, active }) => active && person.serviceIds.includes(id));
  const sheet = (trigger: React.ReactNode) =>
    can("catalog:write") && (
      <FormSheet title={t("editTitle", { name: person.name })} refresh={refresh} trigger={trigger}>
        {(close) => <QualificationsForm person={person} services={services} onDone={close} />}
      </FormSheet>
    );
  return (
    <Section
      title={t("title")}
      aside={
        offered.length > 0 &&
        sheet(<EditButton label={t("editTitle", { name: person.name })}>{t("edit")}</EditButton>)
      }
    >
      {offered.length === 0 ? (
        <div className="flex flex-col items-start gap-3 py-3">
          <p className="text-muted-foreground">{t("none")}</p>
          {sheet(<Button>{t("choose")}</Button>)}
        </div>
      ) : (
        <ul>
          {offered.map(({ id, name, durationMinutes }) => (
            <li key={id} className="border-t first:border-t-0">
              <Link
                href={`/${slug}/team/services/${id}`}
                className="-mx-3 flex min-h-11 items-center justify-between gap-4 rounded-control px-3 hover:bg-muted md:min-h-10"
              >
                <span className="truncate">{name}</span>
                <span className="shrink-0 text-muted-foreground text-table tabular-nums">
                  {t("minutes", { count: durationMinutes })}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
