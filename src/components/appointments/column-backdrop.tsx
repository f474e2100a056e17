import { useTranslations } from "next-intl";
import { cn } from "../class-names";
import type { BackdropPart } from "./backdrop";

const looks = {
  closed: "bg-muted",
  off: "bg-muted",
  away: "bg-[repeating-linear-gradient(45deg,var(--muted)_0_7px,transparent_7px_14px)]",
};

/** Shorter than this, a word has no room. */
const labelledMinutes = 30;

/** Time that cannot be booked, shaded and named; read aloud it stands in the column's heading. */
export function ColumnBackdrop({ parts, fromHour }: { parts: readonly BackdropPart[]; fromHour: number }) {
  const t = useTranslations("appointments.backdrop");
  return parts.map(({ start, end, why }) => (
    <div
      key={`${why}${start}`}
      aria-hidden="true"
      data-backdrop={why}
      className={cn("@container absolute inset-x-0 overflow-hidden", looks[why])}
      style={{
        top: `calc(var(--hour) * ${start / 60 - fromHour})`,
        height: `calc(var(--hour) * ${(end - start) / 60})`,
      }}
    >
      {end - start >= labelledMinutes && (
        <span className="@max-[6rem]:hidden block truncate px-2 pt-1 text-muted-foreground text-xs">
          {t(why)}
        </span>
      )}
    </div>
  ));
}
