"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleMinus, MapPin, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { formatPhone } from "@/lib/phone-display";
import { type Outputs, useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { columnsFor } from "../data-table/features";
import { StatusMark } from "../status-mark";
import { useWeekdays } from "../weekdays";
import { CatalogList } from "./catalog-list";
import { NewBranch } from "./new-branch";

type BranchRow = Outputs["branches"]["list"][number];

const column = columnsFor<BranchRow>();

function useBranchColumns() {
  const t = useTranslations("team.branch");
  return useMemo(
    () =>
      column.columns([
        column.accessor("name", {
          header: t("column.name"),
          cell: ({ getValue }) => <span className="font-medium">{getValue()}</span>,
        }),
        column.accessor("address", {
          header: t("column.address"),
          cell: ({ getValue }) => <span className="text-muted-foreground">{getValue()}</span>,
          meta: { from: "lg" },
        }),
        column.accessor("phoneNumbers", {
          header: t("column.numbers"),
          cell: ({ getValue }) => (
            <span className="tabular-nums">{getValue().map(formatPhone).join(", ")}</span>
          ),
          meta: { className: "w-44" },
        }),
        column.accessor("people", {
          header: t("column.people"),
          meta: { align: "end", className: "w-24" },
        }),
        column.display({
          id: "open",
          header: t("column.open"),
          cell: ({ row }) => <OpenDays branch={row.original} />,
          meta: { className: "w-52" },
        }),
      ]),
    [t],
  );
}

export function BranchList() {
  const t = useTranslations("team.branch");
  const trpc = useTRPC();
  const { slug } = useBusiness();
  return (
    <CatalogList
      part="branches"
      query={useQuery(trpc.branches.list.queryOptions())}
      columns={useBranchColumns()}
      rowHref={(row) => `/${slug}/team/branches/${row.id}`}
      card={(row) => <BranchCard branch={row} />}
      icon={MapPin}
      words={{
        title: t("title"),
        none: t("none"),
        noneHint: t("noneHint"),
        showFormer: t("showFormer"),
      }}
      add={<NewBranch />}
    />
  );
}

function BranchCard({ branch }: { branch: BranchRow }) {
  return (
    <div className="flex flex-col gap-0.5">
      <span className="truncate font-medium">{branch.name}</span>
      {branch.address && <span className="text-muted-foreground text-table">{branch.address}</span>}
      <span className="text-table">
        <OpenDays branch={branch} />
      </span>
    </div>
  );
}

function OpenDays({ branch }: { branch: BranchRow }) {
  const t = useTranslations("team.branch");
  const weekdays = useWeekdays();
  if (!branch.active)
    return (
      <StatusMark icon={CircleMinus} tone="neutral">
        {t("former")}
      </StatusMark>
    );
  if (branch.weekdays.length === 0)
    return (
      <StatusMark icon={TriangleAlert} tone="warning">
        {t("noHours")}
      </StatusMark>
    );
  return <span className="text-muted-foreground">{weekdays.several(branch.weekdays)}</span>;
}
