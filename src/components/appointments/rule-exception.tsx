"use client";

import { CircleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { speechLanguage } from "@/lib/speech/language";
import { speakTimeLeft } from "@/lib/speech/time-left";
import { Field } from "../form/field";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { useErrorMessage } from "../use-error-message";
import type { RuleException } from "./use-rule-exception";

const usualReasons = ["goodwill", "illness", "ours"] as const;

/** Which rule stands in the way, what customers are told of costs, and why it happens all the same. */
export function RuleExceptionFields({ exception }: { exception: RuleException }) {
  const t = useTranslations("appointments.exception");
  const message = useErrorMessage();
  const language = speechLanguage(useLocale());
  const { refused, refusal, reason, setReason } = exception;
  const { minutesLeft, feeText } = refusal ?? {};
  return (
    <>
      <div role="alert" className="flex gap-2 rounded-control bg-warning-soft px-3 py-2.5 text-warning-text">
        <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
        <p className="min-w-0 break-words">
          {message(refused).said}
          {minutesLeft !== undefined && minutesLeft > 0 && (
            <> {t("left", { time: speakTimeLeft(minutesLeft * 60_000, language) })}</>
          )}
          {feeText && <span className="block pt-1">{t("fee", { text: feeText })}</span>}
        </p>
      </div>
      <Field label={t("reason")} hint={t("hint")}>
        {(control) => (
          <Input
            {...control}
            autoFocus
            required
            minLength={3}
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        {usualReasons.map((usual) => (
          <Button key={usual} size="small" onClick={() => setReason(t(`usual.${usual}`))}>
            {t(`usual.${usual}`)}
          </Button>
        ))}
      </div>
    </>
  );
}
