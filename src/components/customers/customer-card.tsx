import { CalendarCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatPhone } from "@/lib/phone-display";
import { useBusiness } from "../business-context";
import { Time } from "../time";
import { Birthdate } from "./birthdate";
import type { CustomerRow } from "./use-customers";

/** A customer as they stand in a narrow list. */
export function CustomerCard({ customer }: { customer: CustomerRow }) {
  const t = useTranslations("customers");
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-baseline justify-between gap-3">
        <span className="min-w-0 truncate font-medium">{customer.name ?? t("unnamed")}</span>
        {customer.phone && (
          <span className="shrink-0 text-muted-foreground tabular-nums">{formatPhone(customer.phone)}</span>
        )}
      </div>
      <div className="flex min-h-5 items-center justify-between gap-3 text-muted-foreground text-table">
        <CustomerMoment customer={customer} />
        {customer.birthdate && (
          <span className="shrink-0">
            <span className="sr-only">{t("column.birthdate")}: </span>
            <Birthdate value={customer.birthdate} />
          </span>
        )}
      </div>
    </div>
  );
}

/** When they come; else when they last called. */
function CustomerMoment({ customer }: { customer: CustomerRow }) {
  const t = useTranslations("customers");
  const { timeZone } = useBusiness();
  if (customer.nextAppointmentAt)
    return (
      <span className="inline-flex items-center gap-1.5">
        <CalendarCheck className="size-4" aria-hidden="true" />
        <span className="sr-only">{t("column.nextAppointment")}: </span>
        <Time value={customer.nextAppointmentAt} timeZone={timeZone} />
      </span>
    );
  return (
    <span className="truncate">
      {customer.lastCallAt && (
        <>
          {t("column.lastCall")}: <Time value={customer.lastCallAt} timeZone={timeZone} />
        </>
      )}
    </span>
  );
}
