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
import { useBranches } from "./branch-filter";
import type { Customer } from "./customer-picker";
import { FreeTimes } from "./free-times";
import type { Draft, Person } from "./person";
import { StaffChoice } from "./staff-choice";
import { useAddress, useToday } from "./use-address";
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
    <WishStep wish={wish} taken={wished.taken} customer={customer} onWish={setWish} onChoose={setSlot} />
  );
}

const isNew = (person: Person | undefined) => person !== undefined && "name" in person;

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
  /** The time that was asked for and is not free. */
  taken: string | undefined;
  onWish: (wish: Wish) => void;
  onChoose: (slot: Slot) => void;
}

function WishStep({ wish, taken, customer, onWish, onChoose }: WishStepProps) {
  const t = useTranslations("appointments");
  const trpc = useTRPC();
  const [address] = useAddress();
  const today = useToday();
  const branches = useBranches();
  const { data: services } = useQuery(trpc.catalog.services.queryOptions(undefined, { staleTime: 300_000 }));
  const { data: staff } = useQuery(trpc.catalog.staff.queryOptions(undefined, { staleTime: 300_000 }));
  const { serviceId } = wish;
  const chooseService = (id: number) => {
    const stillOffered = staff?.some((p) => p.id === wish.staffId && p.serviceIds.includes(id));
    onWish({ ...wish, serviceId: id, staffId: stillOffered ? wish.staffId : undefined });
  };
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
      {branches.length > 1 && (
        <BranchChoice
          branches={branches}
          value={wish.branchId}
          onChange={(branchId) => onWish({ ...wish, branchId })}
        />
      )}
      {serviceId !== undefined && (
        <>
          <StaffChoice
            serviceId={serviceId}
            value={wish.staffId}
            onChange={(staffId) => onWish({ ...wish, staffId })}
          />
          <div className="border-t pt-3">
            {taken && <p className="pb-2">{t("new.taken", { time: taken })}</p>}
            <FreeTimes
              wish={{ serviceId, branchId: wish.branchId }}
              staffId={wish.staffId}
              startDate={address.date ?? today}
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

const anywhere = "any";

interface BranchChoiceProps {
  branches: { id: number; name: string }[];
  value: number | undefined;
  onChange: (branchId: number | undefined) => void;
}

function BranchChoice({ branches, value, onChange }: BranchChoiceProps) {
  const t = useTranslations("appointments");
  return (
    <Field label={t("facts.branch")}>
      {(control) => (
        <NativeSelect
          {...control}
          value={value === undefined ? anywhere : String(value)}
          onValueChange={(next) => onChange(next === anywhere ? undefined : Number(next))}
        >
          <option value={anywhere}>{t("filters.allBranches")}</option>
          {branches.map(({ id, name }) => (
            <option key={id} value={String(id)}>
              {name}
            </option>
          ))}
        </NativeSelect>
      )}
    </Field>
  );
}
