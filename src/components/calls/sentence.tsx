import {
  CalendarCheck,
  CalendarSync,
  CalendarX,
  CircleCheck,
  CircleX,
  Hourglass,
  type LucideIcon,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "../class-names";
import { StatusMark } from "../status-mark";
import type { BadgeTone } from "../ui/badge";
import { JumpTo } from "./jump-to";
import type { Made, Utterance } from "./lay-transcript";
import { SpokenWords } from "./spoken-words";

const marks: Record<Made, { icon: LucideIcon; tone: BadgeTone; highlight: string }> = {
  booked: { icon: CalendarCheck, tone: "success", highlight: "bg-success-soft" },
  pending: { icon: Hourglass, tone: "warning", highlight: "bg-warning-soft" },
  moved: { icon: CalendarSync, tone: "info", highlight: "bg-info-soft" },
  cancelled: { icon: CalendarX, tone: "neutral", highlight: "bg-muted" },
};

interface SentenceProps {
  utterance: Utterance;
  /** What this sentence brought about. */
  made?: Made;
  /** Whether a yes or a no rests on this sentence. */
  answer?: "agreed" | "declined";
  callerName: string | null;
  /** BCP 47 tag of what was said. */
  language: string | undefined;
}

/** One turn: the caller to the right and stronger, everybody else to the left. */
export function Sentence({ utterance, made, answer, callerName, language }: SentenceProps) {
  const t = useTranslations("calls.transcript");
  const { role, startMs } = utterance;
  const caller = role === "user";
  const speaker = caller ? (callerName ?? t("caller")) : t(role === "agent" ? "agent" : "colleague");
  return (
    <div className={cn("flex w-fit max-w-[88%] flex-col gap-0.5", caller && "ml-auto items-end")}>
      <p className="flex max-w-full gap-2 text-muted-foreground text-xs">
        <span className="truncate">{speaker}</span>
        {startMs !== null && <JumpTo ms={startMs} />}
      </p>
      <p lang={language} className={cn("whitespace-pre-line break-words leading-6", caller && "font-medium")}>
        {made ? (
          <mark
            className={cn(
              "box-decoration-clone rounded-sm px-1 py-0.5 text-foreground",
              marks[made].highlight,
            )}
          >
            <SpokenWords utterance={utterance} />
          </mark>
        ) : (
          <SpokenWords utterance={utterance} />
        )}
      </p>
      {(answer || made) && (
        <span className="flex flex-wrap gap-x-4 pt-1 text-table">
          {answer && (
            <StatusMark
              icon={answer === "agreed" ? CircleCheck : CircleX}
              tone={answer === "agreed" ? "success" : "neutral"}
            >
              {t(`trace.${answer}`)}
            </StatusMark>
          )}
          {made && (
            <StatusMark icon={marks[made].icon} tone={marks[made].tone}>
              {t(`made.${made}`)}
            </StatusMark>
          )}
        </span>
      )}
    </div>
  );
}
