"use client";

import { SlidersHorizontal } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { cn } from "../class-names";
import { Button } from "../ui/button";
import { Popover } from "../ui/popover";
import { Skeleton } from "../ui/skeleton";
import type { FilterFieldsProps } from "./filter-fields";

const FilterFields = dynamic(() => import("./filter-fields").then((module) => module.FilterFields), {
  loading: () => <Skeleton className="h-56" />,
});

interface MoreFiltersProps extends FilterFieldsProps {
  /** What is set in here and shows nowhere else; empty where nothing is. */
  summary: string;
}

export function MoreFilters({ summary, ...fields }: MoreFiltersProps) {
  const t = useTranslations("calls.filter");
  return (
    <Popover
      label={t("more")}
      className="[&:popover-open]:flex flex-col gap-4"
      trigger={
        <Button
          size="small"
          className={cn(
            "rounded-full md:px-3",
            summary && "border-primary bg-primary-soft text-primary-text hover:bg-primary-soft",
          )}
        >
          <SlidersHorizontal />
          <span className="max-w-64 truncate">{summary || t("more")}</span>
        </Button>
      }
    >
      <FilterFields {...fields} />
    </Popover>
  );
}
