"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { columnsFor } from "@/components/data-table/features";
import { Money } from "@/components/money";
import type { Outputs } from "@/trpc/client";
import { LastCall } from "./last-call";
import { TenantStatus } from "./tenant-status";

export type TenantRow = Outputs["platform"]["tenants"]["rows"][number];

const column = columnsFor<TenantRow>();

export function useTenantColumns() {
  const t = useTranslations("platform.tenants");
  const terms = useTranslations("terms.tenantKind");
  return useMemo(
    () =>
      column.columns([
        column.accessor("name", {
          header: t("name"),
          // Two businesses may be called the same; their addresses never are.
          cell: ({ getValue, row: { original } }) => (
            <>
              <span className="font-medium">{getValue()}</span>{" "}
              <span className="text-muted-foreground">{original.slug}</span>
            </>
          ),
        }),
        column.accessor("kind", { header: t("kind"), cell: ({ getValue }) => terms(getValue()) }),
        column.accessor("status", {
          header: t("status"),
          cell: ({ getValue }) => <TenantStatus status={getValue()} />,
        }),
        column.accessor("balanceCents", {
          header: t("balance"),
          cell: ({ getValue }) => <Money cents={getValue()} />,
          meta: { align: "end" },
        }),
        column.accessor("lastCallAt", {
          header: t("lastCall"),
          cell: ({ row: { original } }) => <LastCall at={original.lastCallAt} timeZone={original.timeZone} />,
          meta: { align: "end" },
        }),
      ]),
    [t, terms],
  );
}
