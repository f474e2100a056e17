"use client";

import { SlidersVertical } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { Button } from "../ui/button";
import { Popover } from "../ui/popover";
import { Skeleton } from "../ui/skeleton";
import type { TableChoicesProps } from "./table-choices";

const TableChoices = dynamic(() => import("./table-choices").then((module) => module.TableChoices), {
  loading: () => <Skeleton className="h-40" />,
});

export function TableOptions(props: TableChoicesProps) {
  const t = useTranslations("common.table");
  return (
    <Popover
      label={t("options")}
      className="w-60 font-normal text-foreground"
      trigger={
        <Button size="icon" variant="ghost" aria-label={t("options")} className="size-8 md:size-8">
          <SlidersVertical />
        </Button>
      }
    >
      <TableChoices {...props} />
    </Popover>
  );
}
