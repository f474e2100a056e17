import {
  Ban,
  CalendarCheck,
  CalendarSync,
  CalendarX,
  CircleCheck,
  CircleX,
  Clock,
  Hourglass,
  Lock,
  type LucideIcon,
  Mic,
  MicOff,
  TriangleAlert,
  Wrench,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "../../class-names";
import { formatDuration } from "../../duration";
import type { Call } from "../lay-transcript";
import { useToolName } from "../use-tool-name";
import type { Moment, MomentGroup, MomentKind } from "./moments";

const marks: Record<MomentKind, { icon: LucideIcon; className: string }> = {
  failed: { icon: TriangleAlert, className: "text-danger-text" },
  refused: { icon: Ban, className: "text-warning-text" },
  tool: { icon: Wrench, className: "text-muted-foreground" },
  consent: { icon: Mic, className: "text-muted-foreground" },
  offered: { icon: Clock, className: "text-muted-foreground" },
  held: { icon: Lock, className: "text-primary-text" },
  agreed: { icon: CircleCheck, className: "text-success-text" },
  declined: { icon: CircleX, className: "text-muted-foreground" },
  requested: { icon: Hourglass, className: "text-warning-text" },
  booked: { icon: CalendarCheck, className: "text-success-text" },
  moved: { icon: CalendarSync, className: "text-info-text" },
  cancelled: { icon: CalendarX, className: "text-muted-foreground" },
};

interface MomentMarksProps {
  groups: MomentGroup[];
  durationMs: number;
  recording: Call["recordingDecision"];
  onJump: (ms: number) => void;
}

/** What happened besides words, above its second. Pressing one goes there. */
export function MomentMarks({ groups, durationMs, recording, onJump }: MomentMarksProps) {
  const t = useTranslations("calls.player");
  const nameOf = useMomentName(recording);
  return (
    <ul aria-label={t("moments")} className="relative col-start-2 h-7">
      {groups.map(({ atMs, kind, moments }) => {
        const { icon, className } = marks[kind];
        const Icon = kind === "consent" && recording === "refused" ? MicOff : icon;
        const label = t("moment", {
          time: formatDuration(atMs / 1_000),
          what: [...new Set(moments.map(nameOf))].join(", "),
        });
        return (
          <li
            key={`${atMs}-${kind}`}
            className="absolute top-0 -translate-x-1/2"
            style={{ left: `clamp(12px, ${(100 * atMs) / durationMs}%, calc(100% - 12px))` }}
          >
            <button
              type="button"
              aria-label={label}
              title={label}
              onClick={() => onJump(atMs)}
              className={cn("flex size-6 items-center justify-center rounded-full hover:bg-hover", className)}
            >
              <Icon className="size-4" aria-hidden="true" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function useMomentName(recording: Call["recordingDecision"]) {
  const t = useTranslations("calls");
  const toolName = useToolName();
  return ({ kind, tool }: Moment) => {
    if (kind === "consent") return t(`consent.recording.${recording}`);
    if (tool) return toolName(tool);
    if (kind === "tool" || kind === "refused" || kind === "failed") return "";
    return t(`transcript.trace.${kind}`);
  };
}
