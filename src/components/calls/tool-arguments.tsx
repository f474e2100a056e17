import { useTranslations } from "next-intl";
import { formatPhone } from "@/lib/phone-display";
import { Time } from "../time";

/** Only means something to the machine: an offer's seal, a number of ours. */
const opaque = new Set(["offer_id", "appointment_id"]);
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*(Z|[+-]\d{2}:?\d{2})$/;
const day = /^\d{4}-\d{2}-\d{2}$/;

interface ToolArgumentsProps {
  args: Record<string, unknown>;
  /** IANA zone in which the caller heard the times. */
  timeZone: string;
  /** BCP 47 tag of what was said. */
  language: string | undefined;
}

/** What the agent asked for, in people's words. */
export function ToolArguments({ args, timeZone, language }: ToolArgumentsProps) {
  const t = useTranslations("calls.tool");
  const given = Object.entries(args).filter(
    ([name, value]) => !opaque.has(name) && value !== null && value !== undefined && value !== "",
  );
  return (
    <div>
      <dt className="text-muted-foreground text-xs">{t("asked")}</dt>
      {given.length === 0 && <dd>{t(Object.keys(args).length > 0 ? "chosenOffer" : "nothing")}</dd>}
      {given.map(([name, value]) => (
        <dd key={name} className="break-words">
          <span className="text-muted-foreground">
            {t.has(`argument.${name as "service"}`) ? t(`argument.${name as "service"}`) : name}:{" "}
          </span>
          {name.endsWith("phone") ? (
            formatPhone(String(value))
          ) : (
            <ArgumentValue value={value} timeZone={timeZone} language={language} />
          )}
        </dd>
      ))}
    </div>
  );
}

interface ArgumentValueProps extends Omit<ToolArgumentsProps, "args"> {
  value: unknown;
}

/** A day or a time as this house writes it, anything else as it was said. */
export function ArgumentValue({ value, timeZone, language }: ArgumentValueProps) {
  if (typeof value !== "string") return JSON.stringify(value);
  const form = instant.test(value) ? "row" : day.test(value) ? "day" : undefined;
  const date = new Date(value);
  if (!form || Number.isNaN(date.getTime())) return <span lang={language}>{value}</span>;
  return <Time value={date} timeZone={form === "day" ? "UTC" : timeZone} form={form} />;
}
