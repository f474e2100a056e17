"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../ui/button";

export interface Paging {
  /** How many rows the question has in all, where the server counted them. */
  total?: number;
  /** Absent where there is no such page. */
  onPrevious?: () => void;
  onNext?: () => void;
}

export function Pager({ total, onPrevious, onNext }: Paging) {
  const t = useTranslations("common.table");
  if (total === undefined && !onPrevious && !onNext) return null;
  return (
    <div className="flex min-h-11 items-center justify-between gap-4 pt-3 text-muted-foreground text-table">
      <span aria-live="polite">{total !== undefined && t("results", { count: total })}</span>
      {(onPrevious || onNext) && (
        <div className="flex gap-2">
          <Button size="icon" aria-label={t("previous")} disabled={!onPrevious} onClick={onPrevious}>
            <ChevronLeft />
          </Button>
          <Button size="icon" aria-label={t("next")} disabled={!onNext} onClick={onNext}>
            <ChevronRight />
          </Button>
        </div>
      )}
    </div>
  );
}
