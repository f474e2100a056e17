"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { get, useController, useFieldArray, useFormContext, useFormState, useWatch } from "react-hook-form";
import type { ServiceOffer } from "@/contracts/services";
import { EuroInput } from "../form/money-field";
import { useProblem } from "../form/use-problem";
import { Button } from "../ui/button";
import { Input } from "../ui/input";

const columns =
  "grid grid-cols-[7rem_minmax(0,1fr)_2.75rem] gap-2 md:grid-cols-[minmax(0,1fr)_5.5rem_7rem_2.25rem]";

const blank: ServiceOffer = {
  name: "",
  description: null,
  synonyms: [],
  durationMinutes: 30,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  priceCents: 0,
  gaps: [],
};

/** The services of the form around it, a line each: name, minutes, price. */
export function OfferFields() {
  const t = useTranslations("onboarding.trade");
  const { fields, append, remove } = useFieldArray({ name: "services" });
  const { errors } = useFormState<{ services: unknown[] }>({ name: "services" });
  const list = errors.services as { message?: string; root?: { message?: string } } | undefined;
  const problem = useProblem()(list?.root?.message ?? list?.message);
  const titleId = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot be a line of a grid
    <div role="group" aria-labelledby={titleId}>
      <div className={`${columns} border-b pb-1.5`}>
        <span id={titleId} className="col-span-full font-medium md:col-span-1">
          {t("services")}
        </span>
        <span aria-hidden="true" className="hidden text-muted-foreground text-table md:block">
          {t("minutes")}
        </span>
        <span aria-hidden="true" className="hidden text-muted-foreground text-table md:block">
          {t("price")}
        </span>
      </div>
      <ol>
        {fields.map(({ id }, index) => (
          <OfferRow key={id} index={index} onRemove={() => remove(index)} />
        ))}
      </ol>
      {problem && <p className="pt-2 text-danger-text text-table">{problem}</p>}
      <Button variant="ghost" size="small" className="mt-2 -ml-2.5" onClick={() => append(blank)}>
        <Plus />
        {t("add")}
      </Button>
    </div>
  );
}

function OfferRow({ index, onRemove }: { index: number; onRemove: () => void }) {
  const t = useTranslations("onboarding.trade");
  const path = `services.${index}`;
  const { setValue } = useFormContext();
  const { errors } = useFormState({ name: path });
  const problem = useProblem();
  const noteId = useId();
  const name = useController({ name: `${path}.name` }).field;
  const minutes = useController({ name: `${path}.durationMinutes` }).field;
  const price = useController({ name: `${path}.priceCents` }).field;
  const gaps: ServiceOffer["gaps"] = useWatch({ name: `${path}.gaps` }) ?? [];
  const wrong = (part: keyof ServiceOffer) =>
    (get(errors, `${path}.${part}`) as { message?: string } | undefined)?.message;
  const note = problem(wrong("name") ?? wrong("durationMinutes") ?? wrong("priceCents"));
  const called = name.value || t("unnamed", { number: index + 1 });
  const attributes = (part: keyof ServiceOffer) => ({
    "aria-invalid": wrong(part) ? (true as const) : undefined,
    "aria-describedby": note ? noteId : undefined,
  });
  /** A pause in which it works by itself must lie inside the service. */
  const changeMinutes = (typed: string) => {
    minutes.onChange(typed);
    setValue(
      `${path}.gaps`,
      gaps.filter(({ endsMinute }) => endsMinute < Number(typed)),
    );
  };
  return (
    <li className={`${columns} items-center border-b py-2.5`}>
      <Input
        {...name}
        {...attributes("name")}
        aria-label={t("nameOf", { number: index + 1 })}
        autoComplete="off"
        className="col-span-full md:col-span-1"
      />
      <span className="relative block">
        <Input
          {...minutes}
          {...attributes("durationMinutes")}
          aria-label={t("minutesOf", { name: called })}
          onChange={(event) => changeMinutes(event.target.value)}
          type="number"
          inputMode="numeric"
          step={5}
          min={5}
          autoComplete="off"
          className="max-md:pr-12 tabular-nums"
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-muted-foreground md:hidden"
        >
          {t("minutesShort")}
        </span>
      </span>
      <EuroInput {...price} {...attributes("priceCents")} aria-label={t("priceOf", { name: called })} />
      <Button variant="ghost" size="icon" aria-label={t("remove", { name: called })} onClick={onRemove}>
        <X />
      </Button>
      {(note || gaps.length > 0) && (
        <p
          id={noteId}
          className={`col-span-full text-table ${note ? "text-danger-text" : "text-muted-foreground"}`}
        >
          {note ?? t("gap")}
        </p>
      )}
    </li>
  );
}
