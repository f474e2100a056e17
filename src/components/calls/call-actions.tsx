"use client";

import { CalendarPlus, Phone, PhoneForwarded } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { formatPhone } from "@/lib/phone-display";
import { useBusiness } from "../business-context";
import { FormSheet } from "../form/form-sheet";
import { Button } from "../ui/button";
import type { Call } from "./lay-transcript";

const CallbackForm = dynamic(() =>
  import("../callbacks/callback-form").then((module) => module.CallbackForm),
);

interface CallActionsProps {
  call: Call;
  onOpenCallback: (callbackId: number) => void;
}

/** What is left to do about a call: ring back, settle the callback it asked for or note one, book. */
export function CallActions({ call, onOpenCallback }: CallActionsProps) {
  const { can } = useBusiness();
  const phone = call.fromNumber ?? call.customerPhone;
  const waiting = call.callbacks.find(({ completedAt }) => completedAt === null);
  const isOver = call.status !== "ongoing";
  return (
    <>
      {isOver && phone && <Dial phone={phone} />}
      {isOver && call.appointments.length === 0 && can("appointments:write") && (
        <BookAppointment customerId={call.customerId} />
      )}
      {isOver &&
        can("callbacks:write") &&
        (waiting ? (
          <SettleCallback onClick={() => onOpenCallback(waiting.id)} />
        ) : (
          <NoteCallback call={call} phone={phone} />
        ))}
    </>
  );
}

function Dial({ phone }: { phone: string }) {
  const t = useTranslations("calls");
  return (
    <Button asChild>
      <a href={`tel:${phone}`} aria-label={t("dial", { number: formatPhone(phone) })}>
        <Phone />
        {t("dialShort")}
      </a>
    </Button>
  );
}

/** What a call without one often leads to, once its caller was rung back. */
function BookAppointment({ customerId }: { customerId: number | null }) {
  const t = useTranslations("calls");
  const { slug } = useBusiness();
  return (
    <Button asChild>
      <Link
        href={`/${slug}/appointments?new=true${customerId === null ? "" : `&for=${customerId}`}`}
        prefetch={false}
      >
        <CalendarPlus />
        {t("book")}
      </Link>
    </Button>
  );
}

function SettleCallback({ onClick }: { onClick: () => void }) {
  const t = useTranslations("calls.callback");
  return (
    <Button variant="primary" onClick={onClick}>
      <PhoneForwarded />
      {t("settle")}
    </Button>
  );
}

function NoteCallback({ call, phone }: { call: Call; phone: string | null }) {
  const t = useTranslations("calls.callback");
  return (
    <FormSheet
      title={t("note")}
      trigger={
        <Button>
          <PhoneForwarded />
          {t("note")}
        </Button>
      }
    >
      {(close) => <CallbackForm call={{ callId: call.id, name: call.customerName, phone }} onDone={close} />}
    </FormSheet>
  );
}
