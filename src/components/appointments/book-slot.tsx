"use client";

import { useMutation } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef } from "react";
import type { Slot } from "@/contracts/appointments";
import { useTRPC } from "@/trpc/client";
import { Field } from "../form/field";
import { Time } from "../time";
import { toast } from "../toast";
import { Button } from "../ui/button";
import { DialogTitle } from "../ui/dialog";
import { Textarea } from "../ui/textarea";
import { noNewAppointment } from "./address";
import { CustomerLine, CustomerPicker } from "./customer-picker";
import { NewCustomer } from "./new-customer";
import { OwnerQuestion, useNumberOwner } from "./number-owner";
import { type Draft, nameOf, newPerson, type Person } from "./person";
import { SlotRefusal } from "./slot-refusal";
import { useAddress } from "./use-address";
import { useAppointmentsChanged } from "./use-appointments-changed";

interface BookSlotProps {
  slot: Slot;
  draft: Draft;
  onDraft: (draft: Draft) => void;
  onChooseSlot: (slot: Slot) => void;
  onBack: () => void;
}

/** For whom, and then booked; what was typed stays when the time turns out to be taken. */
export function BookSlot({ slot, draft, onDraft, onChooseSlot, onBack }: BookSlotProps) {
  const t = useTranslations("appointments");
  const common = useTranslations("common");
  const trpc = useTRPC();
  const changed = useAppointmentsChanged();
  const [address, setAddress] = useAddress();
  const { person, notes } = draft;
  const setPerson = (next: Person | undefined) => onDraft({ ...draft, person: next });
  const { owner, checking } = useNumberOwner(person);
  const name = person && nameOf(person);
  // A request sent twice books once; another time is another request.
  const key = useRef({ slot, value: crypto.randomUUID() });
  if (key.current.slot !== slot) key.current = { slot, value: crypto.randomUUID() };
  const book = useMutation(
    trpc.appointments.book.mutationOptions({
      onSuccess: async (row) => {
        toast(t(row.status === "pending" ? "new.pending" : "new.done", { name: name ?? t("unnamed") }));
        await changed();
        setAddress({ ...noNewAppointment, appointment: row.id });
      },
      onError: () => changed(),
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!person || owner || checking) return;
    book.mutate({
      serviceId: slot.serviceId,
      branchId: slot.branchId,
      staffId: slot.staffId,
      start: slot.start,
      customer:
        "known" in person
          ? { customerId: person.known.id }
          : { name: person.name.trim(), phone: person.phone.trim() || undefined },
      attendeeName: "known" in person ? person.attendeeName : undefined,
      notes: notes.trim() || undefined,
      requestKey: `dashboard:${key.current.value}`,
    });
  };
  return (
    <form onSubmit={submit} className="flex flex-1 flex-col gap-4">
      <div>
        <Button variant="ghost" size="small" className="-ml-2.5" onClick={onBack}>
          <ArrowLeft />
          {t("new.otherTime")}
        </Button>
        <DialogTitle className="pt-1">{t("new.forWhom")}</DialogTitle>
        <p className="pt-1 text-muted-foreground">
          <Time
            value={slot.start}
            end={slot.end}
            timeZone={slot.timeZone}
            form="page"
            className="font-medium text-foreground tabular-nums"
          />
          <br />
          {[slot.serviceName, slot.staffName, slot.branchName].join(" · ")}
        </p>
      </div>
      {!person && (
        <CustomerPicker
          name={address.name ?? undefined}
          onPick={(known) => setPerson({ known })}
          onNew={(text) => setPerson(newPerson(text))}
        />
      )}
      {person && "known" in person && (
        <div className="flex items-center justify-between gap-3 rounded-control bg-muted px-3 py-2">
          <div className="min-w-0">
            {person.attendeeName && (
              <>
                <p className="font-medium">{t("new.for", { name: person.attendeeName })}</p>
                <p className="text-muted-foreground text-table">{t("new.fileOf")}</p>
              </>
            )}
            <CustomerLine customer={person.known} />
          </div>
          <Button size="small" variant="ghost" onClick={() => setPerson(undefined)}>
            {t("new.otherCustomer")}
          </Button>
        </div>
      )}
      {person && "name" in person && <NewCustomer person={person} onChange={setPerson} />}
      {person && "name" in person && owner && (
        <OwnerQuestion owner={owner} name={person.name.trim()} onAnswer={setPerson} />
      )}
      {person && (
        <Field label={t("notes")} hint={t("new.notesHint")}>
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              maxLength={5000}
              value={notes}
              onChange={({ target }) => onDraft({ ...draft, notes: target.value })}
            />
          )}
        </Field>
      )}
      {book.error && (
        <SlotRefusal
          error={book.error}
          onChoose={(next) => {
            book.reset();
            onChooseSlot(next);
          }}
        />
      )}
      {person && !owner && (
        <div className="flex flex-wrap gap-2">
          <Button
            type="submit"
            variant="primary"
            // Who is known needs one more key; that of the choice before, held too long, is not it.
            autoFocus={"known" in person}
            onKeyDown={(event) => event.repeat && event.preventDefault()}
            disabled={book.isPending || checking}
          >
            {t(book.isPending ? "new.submitting" : "new.submit")}
          </Button>
          {"name" in person && (
            <Button variant="ghost" disabled={book.isPending} onClick={() => setPerson(undefined)}>
              {common("back")}
            </Button>
          )}
        </div>
      )}
    </form>
  );
}
