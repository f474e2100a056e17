"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { QueryErrorState } from "../query-error-state";
import { Skeleton } from "../ui/skeleton";
import { PersonForm } from "./person-form";
import { ServicesFirst } from "./services-first";
import type { StepProps } from "./step-props";

export function StaffStep({ setup, goOn, goTo }: StepProps) {
  const trpc = useTRPC();
  const services = useQuery(trpc.catalog.services.queryOptions());
  if (setup.branchId === null) return <ServicesFirst goTo={goTo} />;
  if (services.isError && !services.data) return <QueryErrorState query={services} />;
  if (!services.data) return <Skeleton className="h-64 w-full" />;
  return (
    <>
      <Team />
      <PersonForm services={services.data} onDone={goOn} />
    </>
  );
}

/** Who is there already; hours, time off and the rest are changed on their own pages. */
function Team() {
  const t = useTranslations("onboarding.staff");
  const trpc = useTRPC();
  const { slug } = useBusiness();
  const { data: people = [] } = useQuery(trpc.staff.list.queryOptions());
  return (
    <ul className="border-t pb-6">
      {people
        .filter(({ active }) => active)
        .map(({ id, name, services }) => (
          <li key={id} className="border-b">
            <Link
              href={`/${slug}/team/staff/${id}`}
              aria-label={t("edit", { name })}
              className="-mx-3 flex min-h-11 items-center justify-between gap-4 rounded-control px-3 hover:bg-muted"
            >
              <span className="truncate font-medium">{name}</span>
              <span className="shrink-0 text-muted-foreground text-table">
                {t("services", { count: services })}
              </span>
            </Link>
          </li>
        ))}
    </ul>
  );
}
