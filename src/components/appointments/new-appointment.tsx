"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Slot } from "@/contracts/appointments";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { Field } from "../form/field";
import { DialogTitle } from "../ui/dialog";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "../ui/select";
import { Sheet, SheetContent } from "../ui/sheet";
import { BookSlot } from "./book-slot";
import { useBranches } from "./branch-filter";
import { FreeTimes } from "./free-times";
import { StaffChoice } from "./staff-choice";
import { useAddress, useToday } from "./use-address";
import { useReturnFocus } from "./use-return-focus";

/** Two steps: what and when, then for whom. */
export function NewAppointment() {
  const [address, setAddress] = useAddress();
  const { can } = useBusiness();
  const focus = useReturnFocus();
  const open = address.new && can("appointments:write");
  return (
    <Sheet open={open} onOpenChange={(next) => !next && setAddress({ new: null })}>
      <SheetContent aria-describedby={undefined} {...focus}>
        <BookingSteps />
      </SheetContent>
    </Sheet>
  );
}

interface Wish {
  serviceId?: number;
  branchId?: number;
  staffId?: number;
}

function BookingSteps() {
  const [address] = useAddress();
  const [wish, setWish] = useState<Wish>({
    branchId: address.branch ?? undefined,
    staffId: address.staff ?? undefined,
  });
  const [slot, setSlot] = useState<Slot>();
  if (slot) return <BookSlot slot={slot} onChooseSlot={setSlot} onBack={() => setSlot(undefined)} />;
  return <WishStep wish={wish} onWish={setWish} onChoose={setSlot} />;
}

interface WishStepProps {
  wish: Wish;
  onWish: (wish: Wish) => void;
  onChoose: (slot: Slot) => void;
}

function WishStep({ wish, onWish, onChoose }: WishStepProps) {
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
  return (
    <>
      <DialogTitle>{t("new.title")}</DialogTitle>
      <Field label={t("facts.service")}>
        {(control) => (
          <Select
            value={serviceId === undefined ? "" : String(serviceId)}
            onValueChange={(value) => chooseService(Number(value))}
          >
            <SelectTrigger {...control}>
              <SelectValue placeholder={t("new.chooseService")} />
            </SelectTrigger>
            <SelectContent>
              {services?.map(({ id, name, durationMinutes }) => (
                <SelectItem key={id} value={String(id)}>
                  {t("new.service", { name, minutes: durationMinutes })}
                </SelectItem>
              ))}
            </SelectContent>
          </Select>
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
        <Select
          value={value === undefined ? anywhere : String(value)}
          onValueChange={(next) => onChange(next === anywhere ? undefined : Number(next))}
        >
          <SelectTrigger {...control}>
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            <SelectItem value={anywhere}>{t("filters.allBranches")}</SelectItem>
            {branches.map(({ id, name }) => (
              <SelectItem key={id} value={String(id)}>
                {name}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
      )}
    </Field>
  );
}
