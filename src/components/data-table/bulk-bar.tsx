import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "../ui/button";

interface BulkBarProps {
  count: number;
  onClear: () => void;
  children: ReactNode;
}

/** What can be done with the selected rows; stays in sight while they go by. */
export function BulkBar({ count, onClear, children }: BulkBarProps) {
  const t = useTranslations("common.table");
  return (
    <div
      role="status"
      className="sticky bottom-[calc(4.5rem+env(safe-area-inset-bottom))] z-20 mt-2 flex justify-center empty:hidden md:bottom-4"
    >
      {count > 0 && (
        <div className="flex items-center gap-2 rounded-surface border bg-surface py-1.5 pr-1.5 pl-4 shadow-float">
          <span className="pr-2 tabular-nums">{t("selected", { count })}</span>
          {children}
          <Button variant="ghost" size="icon" aria-label={t("clearSelection")} onClick={onClear}>
            <X />
          </Button>
        </div>
      )}
    </div>
  );
}
