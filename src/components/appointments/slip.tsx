"use client";

import { CheckCheck, Hourglass, TriangleAlert, UserX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import type { Outputs } from "@/trpc/client";
import { cn } from "../class-names";
import { useTimeText } from "../time";
import { Tooltip } from "../ui/tooltip";
import { familyNameOf } from "./initials";
import { type Placed, shortestSlipMinutes } from "./layout-slips";
import { hueStyle, type StaffLook } from "./staff-mark";

export type CalendarItem = Outputs["appointments"]["calendar"]["appointments"][number];

interface SlipProps {
  placed: Placed<CalendarItem>;
  look: StaffLook | undefined;
  /** Minutes since midnight at which the column begins. */
  fromMinute: number;
  selected: boolean;
  /** Its person is away then: somebody has to move or cancel it. */
  unattended: boolean;
  /** It can be moved and lengthened here. */
  movable: boolean;
  /** It is being moved: what is here is where it was. */
  leaving: boolean;
  /** Whose it is stands on it, unless it stands above the column. */
  showStaff: boolean;
  /** Each day has one stop of the Tab key; arrows walk from there. */
  tabStop: boolean;
  onOpen: (id: number) => void;
}

const icons = { completed: CheckCheck, no_show: UserX, pending: Hourglass } as const;
const lineMinutes = 14;
const hatched =
  "border-dashed bg-[repeating-linear-gradient(-45deg,transparent_0_6px,oklch(0.5_0.03_var(--hue)/0.13)_6px_12px)]";

/** One appointment on its day: name first, service second, time third, as far as there is room. */
export function Slip(props: SlipProps) {
  const { placed, look, fromMinute, selected, unattended, movable, leaving, showStaff, tabStop, onOpen } =
    props;
  const initials = showStaff ? look?.initials : undefined;
  const t = useTranslations("appointments");
  const terms = useTranslations("terms.appointmentStatus");
  const { item } = placed;
  const { status } = item;
  const time = useTimeText({
    value: item.startTime,
    end: item.endTime,
    timeZone: item.timeZone,
    form: "clock",
  });
  const name = item.name ?? t("unnamed");
  const quiet = status === "completed" || status === "no_show";
  const lines = Math.floor(
    (Math.max(item.endMinute - item.startMinute, shortestSlipMinutes) - 1) / lineMinutes,
  );
  const Icon = unattended ? TriangleAlert : status in icons ? icons[status as keyof typeof icons] : undefined;
  const detail = status === "pending" ? t("pendingShort") : item.serviceName;
  const described = [
    name,
    item.serviceName,
    time,
    item.staffName,
    item.branchName,
    status !== "scheduled" && terms(status),
    unattended && t("unattended"),
  ]
    .filter(Boolean)
    .join(", ");

  return (
    <Tooltip label={<SlipTooltip item={item} name={name} time={time} unattended={unattended} />}>
      <button
        type="button"
        data-slip={item.id}
        tabIndex={tabStop ? 0 : -1}
        aria-label={described}
        aria-haspopup="dialog"
        aria-keyshortcuts={movable ? "M" : undefined}
        onClick={() => onOpen(item.id)}
        style={{ ...hueStyle(look), ...positionOf(placed, fromMinute) }}
        className={cn(
          "@container absolute flex flex-col items-stretch overflow-hidden rounded-[5px] border-l-[3px] py-px pr-1 pl-1.5 text-left text-xs leading-[0.9375rem] transition-[filter] duration-150",
          "border-[oklch(0.62_calc(0.1*var(--chroma))_var(--hue))] hover:z-10 hover:brightness-[0.97] focus-visible:z-10 focus-visible:outline-offset-1 dark:hover:brightness-110",
          quiet
            ? "border-[oklch(0.75_calc(0.05*var(--chroma))_var(--hue))] bg-hover text-muted-foreground dark:border-[oklch(0.5_calc(0.05*var(--chroma))_var(--hue))]"
            : "bg-[oklch(0.94_calc(0.028*var(--chroma))_var(--hue))] text-foreground dark:bg-[oklch(0.325_calc(0.04*var(--chroma))_var(--hue))]",
          status === "pending" && hatched,
          unattended && "ring-2 ring-warning-text ring-inset",
          selected && "z-10 ring-2 ring-primary",
          movable && "select-none",
          leaving && "opacity-40",
        )}
      >
        <span className="flex min-w-0 items-center gap-1">
          {Icon && (
            <Icon
              aria-hidden="true"
              className={cn("@max-[4rem]:hidden size-3 shrink-0", unattended && "text-warning-text")}
            />
          )}
          <span
            className={cn(
              "@max-[5.5rem]:text-clip min-w-0 truncate font-medium",
              status === "no_show" && "line-through",
            )}
          >
            <span className="@max-[5.5rem]:hidden">{name}</span>
            <span className="@[5.5rem]:hidden">{familyNameOf(name)}</span>
          </span>
          {lines === 1 && <span className="@max-[9rem]:hidden min-w-0 flex-1 truncate">{detail}</span>}
          <span className="@max-[5.5rem]:hidden ml-auto shrink-0 text-[0.6875rem]">{initials}</span>
        </span>
        {lines > 1 && (
          <>
            <span className="@max-[4rem]:hidden truncate">{detail}</span>
            <span className="@[4rem]:hidden truncate text-[0.6875rem]">{initials}</span>
          </>
        )}
        {lines > 2 && <span className="@max-[4rem]:hidden truncate tabular-nums">{time}</span>}
        {movable && !item.isSynced && (
          <span
            data-resize=""
            className="absolute inset-x-0 bottom-0 h-2 cursor-ns-resize pointer-coarse:hidden"
          />
        )}
      </button>
    </Tooltip>
  );
}

interface SlipTooltipProps {
  item: CalendarItem;
  name: string;
  time: string;
  unattended: boolean;
}

function SlipTooltip({ item, name, time, unattended }: SlipTooltipProps) {
  const t = useTranslations("appointments");
  const terms = useTranslations("terms.appointmentStatus");
  return (
    <span className="block">
      <span className="block font-medium">{name}</span>
      <span className="block">{item.serviceName}</span>
      <span className="block tabular-nums">{[time, item.staffName].filter(Boolean).join(" · ")}</span>
      {item.status !== "scheduled" && <span className="block">{terms(item.status)}</span>}
      {unattended && <span className="block">{t("unattended")}</span>}
    </span>
  );
}

function positionOf({ item, lane, lanes, span }: Placed<CalendarItem>, fromMinute: number): CSSProperties {
  const minutes = Math.max(Math.min(item.endMinute, 24 * 60) - item.startMinute, shortestSlipMinutes);
  return {
    top: `calc(var(--hour) * ${(item.startMinute - fromMinute) / 60} + 1px)`,
    height: `calc(var(--hour) * ${minutes / 60} - 2px)`,
    left: `calc(${(lane / lanes) * 100}% + 1px)`,
    width: `calc(${(span / lanes) * 100}% - 3px)`,
  };
}
