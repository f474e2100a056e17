import { useTranslations } from "next-intl";
import { cn } from "../class-names";

interface ServiceBarProps {
  service: {
    durationMinutes: number;
    bufferBeforeMinutes: number;
    bufferAfterMinutes: number;
    gaps: readonly { startsMinute: number; endsMinute: number }[];
  };
}

type Kind = "buffer" | "work" | "gap";

const looks: Record<Kind, string> = {
  buffer: "border border-dashed border-control/60",
  work: "bg-primary",
  gap: "bg-primary-soft",
};

/** How the time of a service is made up: preparation, work, processing, work, tidying up. */
export function ServiceBar({ service }: ServiceBarProps) {
  const t = useTranslations("team.service.bar");
  const parts = partsOf(service);
  const words = parts.map(({ kind, minutes }) => t(kind, { minutes })).join(", ");
  return (
    <figure className="flex flex-col gap-1.5">
      <div aria-hidden="true" className="flex h-4 gap-0.5">
        {parts.map(({ kind, start, minutes }) => (
          <span
            key={start}
            className={cn("min-w-1 rounded-[4px]", looks[kind])}
            style={{ flexGrow: minutes }}
          />
        ))}
      </div>
      <figcaption className="text-muted-foreground text-table">{words}</figcaption>
    </figure>
  );
}

/** Also of what is still being typed: whatever does not fit is left out. */
function partsOf({
  durationMinutes,
  bufferBeforeMinutes,
  bufferAfterMinutes,
  gaps,
}: ServiceBarProps["service"]) {
  const parts: { kind: Kind; start: number; minutes: number }[] = [];
  const add = (kind: Kind, start: number, end: number) => {
    if (end > start) parts.push({ kind, start, minutes: end - start });
  };
  add("buffer", -bufferBeforeMinutes, 0);
  let at = 0;
  for (const { startsMinute, endsMinute } of gaps.toSorted((a, b) => a.startsMinute - b.startsMinute)) {
    if (startsMinute < at || endsMinute > durationMinutes) continue;
    add("work", at, startsMinute);
    add("gap", startsMinute, endsMinute);
    at = endsMinute;
  }
  add("work", at, durationMinutes);
  add("buffer", durationMinutes, durationMinutes + bufferAfterMinutes);
  return parts;
}
