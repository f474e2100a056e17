import { Info, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "../class-names";
import { Time } from "../time";
import type { Call } from "./lay-transcript";
import { ArgumentValue } from "./tool-arguments";
import { useEndingText } from "./use-ending-text";
import { useToolName } from "./use-tool-name";
import { whyNoAppointment, wishAndOffers } from "./why-no-appointment";

/** Why a call broke off, what of ours failed in it, or why nothing came of it: said before anything else. */
export function CallTrouble({ call }: { call: Call }) {
  const t = useTranslations("calls.trouble");
  const errors = useTranslations("errors");
  const toolName = useToolName();
  const ending = useEndingText(call.disconnectionReason);
  const failed = call.tools.filter((tool) => tool.status === "failed");
  const brokeOff = call.status === "failed" || call.disconnectionReason?.startsWith("error_");
  const why = whyNoAppointment(call);
  if (!brokeOff && failed.length === 0 && !why) return null;
  const serious = brokeOff || failed.length > 0;
  const Icon = serious ? TriangleAlert : Info;
  const reasonOf = (code: string | null) =>
    code && errors.has(code as "internal") ? errors(code as "internal") : t("unknown");
  const lines = [...new Set(failed.map((tool) => `${toolName(tool.name)}: ${reasonOf(tool.errorCode)}`))];
  return (
    <div
      className={cn(
        "mb-5 flex max-w-prose gap-2.5 rounded-control px-3 py-2.5",
        serious ? "bg-danger-soft text-danger-text" : "bg-muted",
      )}
    >
      <Icon className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
      <div className="flex flex-col gap-1">
        {brokeOff && <p>{ending ? t("brokeOffBecause", { reason: ending }) : t("brokeOff")}</p>}
        {failed.length > 0 && (
          <>
            <p>{t("toolFailed")}</p>
            <ul className="list-disc pl-5">
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <p>{t("safe")}</p>
          </>
        )}
        {why && <p>{t(`none.${why}`)}</p>}
        {why && <WishAndOffers call={call} />}
      </div>
    </div>
  );
}

/** Past this many, the conversation tells better. */
const mostOffers = 4;

/** Side by side, what was wished and what was offered say most of it. */
function WishAndOffers({ call }: { call: Call }) {
  const t = useTranslations("calls.trouble");
  const { wish, offers } = wishAndOffers(call);
  return (
    <>
      {wish.length > 0 && (
        <p className="flex flex-wrap gap-x-1.5">
          <span className="text-muted-foreground">{t("wished")}</span>
          {wish.map((words) => (
            <span key={words} className="font-medium">
              <ArgumentValue value={words} timeZone={call.timeZone} language={call.language} />
            </span>
          ))}
        </p>
      )}
      {offers.length > 0 && (
        <p className="flex flex-wrap gap-x-1.5">
          <span className="text-muted-foreground">{t("offered")}</span>
          {offers.slice(0, mostOffers).map(({ start, timeZone }, index) => (
            <span key={start.getTime()} className="font-medium tabular-nums">
              {index > 0 && <span aria-hidden="true">· </span>}
              <Time value={start} timeZone={timeZone} />
            </span>
          ))}
          {offers.length > mostOffers && (
            <span className="text-muted-foreground">
              {t("furtherOffers", { count: offers.length - mostOffers })}
            </span>
          )}
        </p>
      )}
    </>
  );
}
