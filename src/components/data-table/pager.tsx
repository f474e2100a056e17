"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { type PageSize, pageSizes } from "@/contracts/page-sizes";
import { Button } from "../ui/button";
import { NativeSelect } from "../ui/native-select";

export interface Paging {
  /** How many rows the question has in all, where the server counted them. */
  total?: number;
  /** Absent where there is no such page. */
  onPrevious?: () => void;
  onNext?: () => void;
  /** Where one chooses how much a page shows. */
  size?: PageSize;
  onSize?: (size: PageSize) => void;
}

export function Pager({ total, onPrevious, onNext, size, onSize }: Paging) {
  const t = useTranslations("common.table");
  const turns = Boolean(onPrevious || onNext);
  if (total === undefined && !turns && !onSize) return null;
  return (
    <div className="flex min-h-11 items-center justify-between gap-4 pt-3 text-muted-foreground text-table">
      <span aria-live="polite">{total !== undefined && t("results", { count: total })}</span>
      <div className="flex items-center gap-2">
        {onSize && (
          <NativeSelect
            aria-label={t("pageSize")}
            value={String(size)}
            onValueChange={(value) => onSize(pageSizes.find((one) => String(one) === value) ?? pageSizes[0])}
            className="w-32"
          >
            {pageSizes.map((one) => (
              <option key={one} value={String(one)}>
                {t("rows", { count: one })}
              </option>
            ))}
          </NativeSelect>
        )}
        {turns && (
          <>
            <Button size="icon" aria-label={t("previous")} disabled={!onPrevious} onClick={onPrevious}>
              <ChevronLeft />
            </Button>
            <Button size="icon" aria-label={t("next")} disabled={!onNext} onClick={onNext}>
              <ChevronRight />
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
