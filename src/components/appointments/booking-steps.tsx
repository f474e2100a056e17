"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Slot } from "@/contracts/appointments";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { EmptyState } from "../empty-state";
import { Field } from "../form/field";
import { useUnsaved } from "../form/unsaved";
import { Button } from "../ui/button";
import { DialogTitle } from "../ui/dialog";
import { NativeSelect } from "../ui/native-select";
import { BookSlot } from "./book-slot";
import { BranchChoice } from "./branch-choice";
import type { Customer } from "./customer-picker";
import { FreeTimes } from "./free-times";
import type { Draft, Person } from "./person";
import { SlotRefusal } from "./slot-refusal";
import { isOffered, StaffChoice } from "./staff-choice";
import { useAddress, useToday } from "./use-address";
import type { Refused } from "./use-refusal";
import { useTeam } from "./use-team";
import { useWishedSlot, type Wish } from "./use-wished-slot";

/** What and when, then for whom. */
export function BookingSteps() {
  const [address] = useAddress();
  const [wish, setWish] = useState<Wish>({
    serviceId: address.service ?? undefined,
    branchId: address.where ?? address.branch ?? undefined,
    staffId: address.with ?? address.staff ?? undefined,
  });
  const [chosen, setSlot] = useState<Slot | null>();
  const wished = useWishedSlot(wish);
  const slot = chosen === undefined ? wished.slot : chosen;
  const customer = useKnownCustomer(address.for);
  const [typed, setDraft] = useState<Draft>();
  useUnsaved(typed !== undefined && (typed.notes.trim() !== "" || isNew(typed.person)));
  const draft = typed ?? { person: customer && { known: customer }, notes: "" };
  if (slot)
    return (
      <BookSlot
        slot={slot}
        draft={draft}
        onDraft={setDraft}
        onChooseSlot={setSlot}
        onBack={() => setSlot(null)}
      />
    );
  return (
    <WishStep wish={wish} refused={wished.refused} customer={customer} onWish={setWish} onChoose={setSlot} />
  );
}

/** A name was typed for this booking: of somebody new, or of whom it is for in another's file. */
const isNew = (person: Person | undefined) =>
  person !== undefined && ("name" in person || person.attendeeName !== undefined);

/** Who is booked for, where that is known beforehand. */
function useKnownCustomer(customerId: number | null) {
  const trpc = useTRPC();
  const asked = trpc.customers.get.queryOptions(
    { customerId: customerId ?? 0 },
    { enabled: customerId !== null },
  );
  return useQuery(asked).data?.customer;
}

interface WishStepProps {
  wish: Wish;
  customer: Customer | undefined;
  /** Why the time that was asked for cannot be had. */
  refused: Refused | null;
  onWish: (wish: Wish) => void;
  onChoose: (slot: Slot) => void;
}

function WishStep({ wish, refused, customer, onWish, onChoose }: WishStepProps) {
  const t = useTranslations("appointments");
  const trpc = useTRPC();
  const [address] = useAddress();
  const today = useToday();
  const team = useTeam();
  const { data: services } = useQuery(trpc.catalog.services.queryOptions(undefined, { staleTime: 300_000 }));
  const { serviceId } = wish;
  /** The chosen person, where what was chosen else leaves them their part in it. */
  const stillOffered = ({ serviceId, branchId }: Pick<Wish, "serviceId" | "branchId">) =>
    team.find(
      (person) =>
        person.id === wish.staffId && serviceId !== undefined && isOffered(person, { serviceId, branchId }),
    )?.id;
  const chooseService = (id: number) =>
    onWish({ ...wish, serviceId: id, staffId: stillOffered({ ...wish, serviceId: id }) });
  if (services?.length === 0) return <NothingToBook />;
  return (
    <>
      <div>
        <DialogTitle>{t("new.title")}</DialogTitle>
        {customer && <p className="pt-1">{t("new.for", { name: customer.name ?? t("unnamed") })}</p>}
      </div>
      <Field
        label={t("facts.service")}
        hint={serviceId === undefined ? t("new.chooseServiceHint") : undefined}
      >
        {(control) => (
          <NativeSelect
            {...control}
            placeholder={t("new.chooseService")}
            value={serviceId === undefined ? "" : String(serviceId)}
            onValueChange={(value) => chooseService(Number(value))}
          >
            {services?.map(({ id, name, durationMinutes }) => (
              <option key={id} value={String(id)}>
                {t("new.service", { name, minutes: durationMinutes })}
              </option>
            ))}
          </NativeSelect>
        )}
      </Field>
      <BranchChoice
        value={wish.branchId}
        onChange={(branchId) => onWish({ ...wish, branchId, staffId: stillOffered({ serviceId, branchId }) })}
      />
      {serviceId !== undefined && (
        <>
          <StaffChoice
            serviceId={serviceId}
            branchId={wish.branchId}
            value={wish.staffId}
            onChange={(staffId) => onWish({ ...wish, staffId })}
          />
          <div className="border-t pt-3">
            {refused && (
              <div className="pb-3">
                <SlotRefusal error={refused} time={address.at ?? undefined} onChoose={onChoose} />
              </div>
            )}
            <FreeTimes
              wish={{ serviceId }}
              staffId={wish.staffId}
              branchId={wish.branchId}
              startDate={address.date ?? today}
              nearDate={address.date ?? today}
              onChoose={onChoose}
            />
          </div>
        </>
      )}
    </>
  );
}

function NothingToBook() {
  const t = useTranslations("appointments.new");
  const { slug } = useBusiness();
  return (
    <>
      <DialogTitle>{t("title")}</DialogTitle>
      <EmptyState
        className="py-0"
        title={t("noServices")}
        action={
          <Button asChild variant="primary">
            <Link href={`/${slug}/team/services`}>{t("toServices")}</Link>
          </Button>
        }
      >
        {t("noServicesHint")}
      </EmptyState>
    </>
  );
}
