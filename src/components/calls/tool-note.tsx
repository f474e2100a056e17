"use client";

import { Ban, Check, ChevronRight, LoaderCircle, type LucideIcon, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "../class-names";
import { Duration } from "../duration";
import type { ToolCall } from "./lay-transcript";
import { ToolArguments } from "./tool-arguments";
import { useToolName } from "./use-tool-name";

const marks: Record<ToolCall["status"], { icon: LucideIcon; className: string }> = {
  running: { icon: LoaderCircle, className: "text-primary-text" },
  succeeded: { icon: Check, className: "text-muted-foreground" },
  refused: { icon: Ban, className: "text-warning-text" },
  failed: { icon: TriangleAlert, className: "text-danger-text" },
};

interface ToolNoteProps {
  tool: ToolCall;
  timeZone: string;
  /** BCP 47 tag of what was said. */
  language: string | undefined;
}

/** A quiet note at its second: what the agent wanted of us. Unfolds to what was asked and answered; no is said aloud. */
export function ToolNote({ tool, timeZone, language }: ToolNoteProps) {
  const t = useTranslations("calls.tool");
  const toolName = useToolName();
  const { icon: Icon, className } = marks[tool.status];
  const answer = typeof tool.reply?.message === "string" ? tool.reply.message : null;
  const turnedDown = tool.status === "refused" || tool.status === "failed";
  return (
    <details className="group border-l-2 pl-3 text-table open:border-primary">
      <summary className="-my-1 flex min-h-11 list-none items-start gap-2 rounded-sm py-1 text-muted-foreground hover:text-foreground md:min-h-0 [&::-webkit-details-marker]:hidden">
        <Icon className={cn("mt-px size-4 shrink-0", className)} aria-hidden="true" />
        <span className="min-w-0 flex-1">
          <span className="block">
            {toolName(tool.name)}
            {tool.status !== "succeeded" && (
              <span className="text-foreground"> · {t(`status.${tool.status}`)}</span>
            )}
          </span>
          <span className="block text-xs">
            <Duration seconds={tool.atMs / 1_000} />
            {tool.durationMs !== null && (
              <span className="tabular-nums"> · {t("ms", { ms: tool.durationMs })}</span>
            )}
          </span>
          {turnedDown && answer && (
            <span lang={language} className="line-clamp-3 block pt-1 text-foreground group-open:hidden">
              {t("quote", { text: answer })}
            </span>
          )}
        </span>
        <ChevronRight
          className="mt-px size-4 shrink-0 transition-transform duration-150 group-open:rotate-90"
          aria-hidden="true"
        />
      </summary>
      <dl className="flex flex-col gap-2 pt-3 pb-1">
        <ToolArguments args={tool.args} timeZone={timeZone} language={language} />
        <div>
          <dt className="text-muted-foreground text-xs">{t("answered")}</dt>
          <dd lang={answer ? language : undefined} className="break-words">
            {answer ? t("quote", { text: answer }) : t("noAnswer")}
          </dd>
        </div>
        {tool.errorCode && (
          <div>
            <dt className="text-muted-foreground text-xs">{t("reason")}</dt>
            <dd>
              <code className="break-all font-mono text-xs">{tool.errorCode}</code>
            </dd>
          </div>
        )}
      </dl>
    </details>
  );
}
