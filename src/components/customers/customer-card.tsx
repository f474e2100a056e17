import { CalendarCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatPhone } from "@/lib/phone-display";
import { useBusiness } from "../business-context";
import { Time } from "../time";
import type { CustomerRow } from "./use-customer-columns";

/** A customer as they stand in a narrow list. */
export function CustomerCard({ customer }: { customer: CustomerRow }) {
  const t = useTranslations("customers");
  const { timeZone } = useBusiness();
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-baseline justify-between gap-3">
        <span className="truncate font-medium">{customer.name ?? t("unnamed")}</span>
        {customer.phone && (
          <span className="shrink-0 text-muted-foreground tabular-nums">{formatPhone(customer.phone)}</span>
        )}
      </div>
      {(customer.nextAppointmentAt ?? customer.lastCallAt) && (
        <div className="text-muted-foreground text-table">
          {customer.nextAppointmentAt ? (
            <span className="inline-flex items-center gap-1.5">
              <CalendarCheck className="size-4" aria-hidden="true" />
              <span className="sr-only">{t("column.nextAppointment")}: </span>
              <Time value={customer.nextAppointmentAt} timeZone={timeZone} />
            </span>
          ) : (
            customer.lastCallAt && (
              <>
                {t("column.lastCall")}: <Time value={customer.lastCallAt} timeZone={timeZone} />
              </>
            )
          )}
        </div>
      )}
    </div>
  );
}
