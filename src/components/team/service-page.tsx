"use client";

import { useQuery } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { Facts } from "../facts";
import { FormSheet } from "../form/form-sheet";
import { Money } from "../money";
import { PageHeader } from "../page-header";
import { PageSkeleton } from "../page-skeleton";
import { QueryErrorState } from "../query-error-state";
import { Section } from "../section";
import { Button } from "../ui/button";
import { ActiveSwitch } from "./active-switch";
import { BackLink } from "./back-link";
import type { Service } from "./outputs";
import { ServiceBar } from "./service-bar";
import { useCatalogChanged } from "./use-catalog-changed";

const EditServiceForm = dynamic(() => import("./edit-service-form").then((module) => module.EditServiceForm));

/** What is offered: how long, for how much, by whom and where. */
export function ServicePage({ serviceId }: { serviceId: number }) {
  const t = useTranslations("team.service");
  const trpc = useTRPC();
  const { can } = useBusiness();
  const refresh = useCatalogChanged();
  const query = useQuery(trpc.services.get.queryOptions({ serviceId }));
  const service = query.data;
  if (!service)
    return (
      <>
        <BackLink to="services" />
        {query.isError ? <QueryErrorState query={query} /> : <PageSkeleton />}
      </>
    );
  return (
    <>
      <BackLink to="services" />
      <PageHeader
        title={service.name}
        description={!service.active && t("formerHint")}
        actions={
          can("catalog:write") && (
            <FormSheet
              title={t("editTitle")}
              refresh={refresh}
              trigger={
                <Button variant="primary">
                  <Pencil />
                  {t("edit")}
                </Button>
              }
            >
              {(close) => <EditServiceForm service={service} onDone={close} />}
            </FormSheet>
          )
        }
      />
      <div className="grid gap-x-12 gap-y-9 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-9">
          <Course service={service} />
          <Wording service={service} />
        </div>
        <div className="flex min-w-0 flex-col gap-9">
          <Places service={service} />
          <Rooms service={service} />
          <ActiveSwitch entity="service" item={service} />
        </div>
      </div>
    </>
  );
}

function Course({ service }: { service: Service }) {
  const t = useTranslations("team.service");
  return (
    <Section title={t("course")}>
      <div className="py-4">
        <ServiceBar service={service} />
      </div>
      <Facts
        rows={[
          [t("column.duration"), t("minutes", { minutes: service.durationMinutes })],
          [t("column.price"), <Money key="price" cents={service.priceCents} />],
          [t("form.staffNeeded"), service.staffNeeded > 1 && service.staffNeeded],
        ]}
      />
    </Section>
  );
}

/** What the assistant hears and says. */
function Wording({ service }: { service: Service }) {
  const t = useTranslations("team.service");
  return (
    <Section title={t("wording")}>
      <div className="flex flex-col gap-3 py-3">
        <p className="whitespace-pre-line break-words">
          {service.description ?? <span className="text-muted-foreground">{t("noDescription")}</span>}
        </p>
        <p className="text-muted-foreground">
          {service.synonyms.length > 0 ? t("also", { words: service.synonyms.join(", ") }) : t("noSynonyms")}
        </p>
      </div>
    </Section>
  );
}

function Places({ service }: { service: Service }) {
  const t = useTranslations("team.service");
  return (
    <Section title={t("places")}>
      {service.places.length === 0 && <p className="py-3 text-muted-foreground">{t("noPlaces")}</p>}
      <ul>
        {service.places.map(({ branchId, branchName, staffNames }) => (
          <li key={branchId} className="border-t py-2.5 first:border-t-0">
            <span className="font-medium">{branchName}</span>
            <span className="block text-muted-foreground">{staffNames.join(", ")}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Rooms({ service }: { service: Service }) {
  const t = useTranslations("team.service");
  const trpc = useTRPC();
  const { data: resources = [] } = useQuery(trpc.resources.list.queryOptions());
  const needed = resources.filter(({ id }) => service.resourceIds.includes(id));
  if (needed.length === 0) return null;
  return (
    <Section title={t("rooms")}>
      <Facts rows={needed.map(({ name, branchName }) => [name, branchName])} />
    </Section>
  );
}
