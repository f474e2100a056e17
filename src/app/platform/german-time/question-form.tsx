import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Field } from "@/components/form/field";
import { Button } from "@/components/ui/button";
import { fieldClasses, Input } from "@/components/ui/input";
import { federalStates } from "@/contracts/tenants";
import { type Question, regions } from "./question";

/** Plain form, plain address: it works before any script has loaded. */
export function QuestionForm({ question }: { question: Question }) {
  const t = useTranslations("platform.germanTime");
  const states = useTranslations("terms.federalState");
  return (
    <form className="flex flex-col gap-4 pb-8">
      <Field label={t("utterance")}>
        {(control) => (
          <Input
            {...control}
            name="text"
            defaultValue={question.text}
            placeholder={t("example")}
            autoComplete="off"
            maxLength={1000}
          />
        )}
      </Field>
      <div className="grid items-end gap-4 md:grid-cols-3 xl:grid-cols-6">
        <Field label={t("now")}>
          {(control) => (
            <Input
              {...control}
              name="now"
              defaultValue={question.now}
              autoComplete="off"
              maxLength={30}
              className="tabular-nums"
            />
          )}
        </Field>
        <Field label={t("land")}>
          {(control) => (
            <Choice {...control} name="land" defaultValue={question.land}>
              {federalStates.map((land) => (
                <option key={land} value={land}>
                  {states(land)}
                </option>
              ))}
            </Choice>
          )}
        </Field>
        <Field label={t("region")}>
          {(control) => (
            <Choice {...control} name="region" defaultValue={question.region ?? ""}>
              <option value="">{t("unknown")}</option>
              {regions.map((region) => (
                <option key={region} value={region}>
                  {t(`regions.${region}`)}
                </option>
              ))}
            </Choice>
          )}
        </Field>
        <Field label={t("hours")}>
          {(control) => (
            <Input
              {...control}
              name="hours"
              defaultValue={question.hours}
              placeholder="08:00-12:00, 14:00-18:00"
            />
          )}
        </Field>
        <Field label={t("saturday")}>
          {(control) => (
            <Input {...control} name="saturday" defaultValue={question.saturday} placeholder="09:00-14:00" />
          )}
        </Field>
        <Button type="submit" variant="primary">
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}

const Choice = (props: ComponentProps<"select">) => (
  <span className="relative block">
    <select {...props} className={`${fieldClasses} h-11 appearance-none truncate pr-9 md:h-9`} />
    <ChevronDown
      className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-muted-foreground"
      aria-hidden="true"
    />
  </span>
);
