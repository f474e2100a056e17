"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { PenLine } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useRef, useState } from "react";
import type { Reading } from "@/lib/german-time";
import { type Outputs, useTRPC } from "@/trpc/client";
import { soleReading, useReadingText, wallOf } from "../quick-entry/understood";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { usePageLocale } from "../use-page-locale";
import { useSettled } from "../use-settled";
import { useTypedEarly } from "../use-typed-early";
import { useAddress } from "./use-address";

type Entry = Outputs["appointments"]["quickEntry"];

/**
 * "Di 14:30 Schneiden", understood while it is typed; Enter opens the new appointment with it. On the phone the search
 * understands the same, and the day has the room.
 */
export function QuickAdd() {
  const t = useTranslations("appointments.quick");
  const trpc = useTRPC();
  const [address, setAddress] = useAddress();
  const [text, setText] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useTypedEarly(field, setText);
  const asked = useSettled(text.trim());
  const hint = useId();
  const language = usePageLocale();
  const { data, isPlaceholderData } = useQuery(
    trpc.appointments.quickEntry.queryOptions(
      { text: asked, branchId: address.branch ?? undefined, language },
      { enabled: asked.length >= 2, placeholderData: keepPreviousData },
    ),
  );
  const entry = text.trim().length >= 2 ? data : undefined;
  const isCurrent = asked === text.trim() && !isPlaceholderData;
  const open = (reading: Reading | undefined) => {
    if (!entry) return;
    const { date, at } = reading ? wallOf(reading, entry.timeZone) : {};
    setText("");
    setAddress({
      new: true,
      service: entry.service?.id ?? null,
      with: entry.person?.id ?? null,
      at: at ?? null,
      name: entry.rest || null,
      ...(date ? { date } : {}),
    });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (entry && isCurrent && entry.time.kind !== "ambiguous") open(soleReading(entry.time));
  };
  return (
    <form onSubmit={submit} className="flex min-h-9 flex-row items-center gap-x-3 gap-y-1.5 max-md:hidden">
      <div className="relative w-full max-w-sm shrink-0">
        <PenLine
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted-foreground"
        />
        <Input
          ref={field}
          value={text}
          onChange={({ target }) => setText(target.value)}
          placeholder={t("placeholder")}
          aria-label={t("label")}
          aria-describedby={hint}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          className="pl-9"
        />
      </div>
      <div id={hint} aria-live="polite" className="text-table empty:hidden">
        {entry && <Understood entry={entry} onChoose={open} />}
      </div>
    </form>
  );
}

function Understood({ entry, onChoose }: { entry: Entry; onChoose: (reading: Reading) => void }) {
  const t = useTranslations("appointments.quick");
  const textOf = useReadingText();
  const { time, timeZone, service, person, rest } = entry;
  const reading = soleReading(time);
  const known = [
    reading && textOf(reading, timeZone),
    service?.name,
    person && t("with", { name: person.name }),
    (reading || service) && rest && t("for", { name: rest }),
  ].filter(Boolean);
  return (
    <div className="flex flex-col gap-1.5">
      <p>
        {known.length > 0 && <span className="font-medium">{known.join(" · ")}</span>}{" "}
        <span className="text-muted-foreground">{open(entry, t)}</span>
      </p>
      {time.kind === "ambiguous" && (
        <div className="flex flex-wrap gap-1.5">
          {time.candidates.map((candidate) => (
            <Button key={textOf(candidate, timeZone)} size="small" onClick={() => onChoose(candidate)}>
              {textOf(candidate, timeZone)}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

/** What is still missing or wrong, in a few words. */
function open({ time, service }: Entry, t: ReturnType<typeof useTranslations<"appointments.quick">>): string {
  if (time.kind === "ambiguous") return t("which");
  if (time.kind === "past") return t("past");
  if (time.kind === "invalid") return t("invalid");
  if (time.kind === "none") return t(service ? "noTime" : "nothing");
  return service ? t("enter") : t("noService");
}
