"use client";

import { useQuery } from "@tanstack/react-query";
import { Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { type Outputs, useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { columnsFor } from "../data-table/features";
import { useWeekdays } from "../weekdays";
import { CatalogList } from "./catalog-list";
import { NewStaffMember } from "./new-staff-member";
import { StaffPhoto } from "./staff-photo";
import { StaffStatus } from "./staff-status";

type StaffRow = Outputs["staff"]["list"][number];

const column = columnsFor<StaffRow>();

function useStaffColumns() {
  const t = useTranslations("team.staff");
  const weekdays = useWeekdays();
  return useMemo(
    () =>
      column.columns([
        column.accessor("name", {
          header: t("column.name"),
          cell: ({ row }) => (
            <span className="flex items-center gap-3 py-1">
              <StaffPhoto person={row.original} />
              <span className="truncate font-medium">{row.original.name}</span>
            </span>
          ),
        }),
        column.accessor("branchName", { header: t("column.branch"), meta: { from: "lg" } }),
        column.accessor("weekdays", {
          header: t("column.days"),
          cell: ({ getValue }) => (
            <span className="text-muted-foreground">{weekdays.several(getValue())}</span>
          ),
          meta: { className: "w-36" },
        }),
        column.accessor("services", {
          header: t("column.services"),
          meta: { align: "end", className: "w-28" },
        }),
        column.display({
          id: "status",
          header: t("column.status"),
          cell: ({ row }) => <StaffStatus person={row.original} />,
          meta: { className: "w-56" },
        }),
      ]),
    [t, weekdays],
  );
}

export function StaffList() {
  const t = useTranslations("team.staff");
  const trpc = useTRPC();
  const { slug } = useBusiness();
  return (
    <CatalogList
      part="team"
      query={useQuery(trpc.staff.list.queryOptions())}
      columns={useStaffColumns()}
      rowHref={(row) => `/${slug}/team/staff/${row.id}`}
      card={(row) => <StaffCard person={row} />}
      icon={Users}
      words={{
        title: t("title"),
        none: t("none"),
        noneHint: t("noneHint"),
        showFormer: t("showFormer"),
      }}
      add={<NewStaffMember />}
    />
  );
}

/** Somebody as they stand in a narrow list. */
function StaffCard({ person }: { person: StaffRow }) {
  const weekdays = useWeekdays();
  const where = [person.branchName, weekdays.several(person.weekdays)].filter(Boolean).join(" · ");
  return (
    <div className="flex items-center gap-3">
      <StaffPhoto person={person} className="size-10" />
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <span className="truncate font-medium">{person.name}</span>
        <span className="truncate text-muted-foreground text-table">{where}</span>
        <span className="text-table">
          <StaffStatus person={person} />
        </span>
      </div>
    </div>
  );
}
