"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { Button } from "../ui/button";
import { useSettled } from "../use-settled";
import { type Customer, CustomerLine } from "./customer-picker";
import type { Person } from "./person";

const fewestDigits = 5;

interface NumberOwner {
  /** Who has this number under another name. */
  owner?: Customer;
  /** Not known yet. */
  checking: boolean;
}

/** Whose the number is that was typed for a new customer. */
export function useNumberOwner(person: Person | undefined): NumberOwner {
  const trpc = useTRPC();
  const typed = person && "name" in person ? person.phone.trim() : "";
  const phone = useSettled(typed);
  const enabled = phone.replace(/\D/g, "").length >= fewestDigits;
  const { data, isFetching } = useQuery(trpc.appointments.numberOwner.queryOptions({ phone }, { enabled }));
  const checking = typed !== phone || (enabled && isFetching && data === undefined);
  if (!person || "known" in person || !enabled || checking || !data?.name) return { checking };
  const sameName = data.name.toLowerCase() === person.name.trim().toLowerCase();
  return sameName ? { checking } : { owner: data, checking };
}

interface OwnerQuestionProps {
  owner: Customer;
  /** As typed for the new customer. */
  name: string;
  onAnswer: (person: Person) => void;
}

/** One number, two names: nobody's appointment slips into somebody else's file unasked. */
export function OwnerQuestion({ owner, name, onAnswer }: OwnerQuestionProps) {
  const t = useTranslations("appointments.new.owner");
  const known = owner.name ?? "";
  return (
    <div role="alert" className="flex flex-col gap-3 rounded-control bg-warning-soft px-3 py-3">
      <p className="text-warning-text">{t("title", { name: known })}</p>
      <CustomerLine customer={owner} />
      <div className="flex flex-col gap-2 [&>button]:h-auto [&>button]:min-h-11 [&>button]:justify-start [&>button]:whitespace-normal [&>button]:py-1.5 [&>button]:text-left md:[&>button]:min-h-9">
        <Button onClick={() => onAnswer({ known: owner })}>{t("owner", { name: known })}</Button>
        {name && (
          <>
            <Button onClick={() => onAnswer({ known: owner, attendeeName: name })}>
              {t("attendee", { name, owner: known })}
            </Button>
            <Button onClick={() => onAnswer({ name, phone: "" })}>{t("separate", { name })}</Button>
          </>
        )}
      </div>
    </div>
  );
}
