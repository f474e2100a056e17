import { PhoneOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatPhone } from "@/lib/phone-display";
import { cn } from "./class-names";
import { Badge } from "./ui/badge";

interface CallerLineProps {
  name?: string | null;
  /** E.164; absent when the caller hides the number. */
  phone?: string | null;
  firstTime?: boolean;
  /** Name above number, for cards and page heads; otherwise one line. */
  stacked?: boolean;
  className?: string;
}

/** Who calls: the name with the number beside it, the number alone, or "Anonym". */
export function CallerLine({ name, phone, firstTime = false, stacked = false, className }: CallerLineProps) {
  const t = useTranslations("common");
  const number = phone ? (
    formatPhone(phone)
  ) : (
    <span className="inline-flex items-center gap-1">
      <PhoneOff className="size-3.5" aria-hidden="true" />
      {name ? t("hiddenNumber") : t("anonymous")}
    </span>
  );
  return (
    <span
      className={cn(
        "inline-flex min-w-0 max-w-full gap-x-2",
        stacked ? "flex-col gap-y-0.5" : "items-center",
        className,
      )}
    >
      <span className="truncate font-medium tabular-nums">{name || number}</span>
      {name && (
        <span style={{ flexShrink: 1000 }} className="min-w-0 truncate text-muted-foreground tabular-nums">
          {number}
        </span>
      )}
      {firstTime && <Badge tone="info">{t("firstTime")}</Badge>}
    </span>
  );
}
