"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, CalendarPlus, Phone } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { formatPhone } from "@/lib/phone-display";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { DetailSkeleton } from "../detail-skeleton";
import { PageHeader } from "../page-header";
import { QueryErrorState } from "../query-error-state";
import { Button } from "../ui/button";
import { AppointmentHistory } from "./appointment-history";
import { CallHistory } from "./call-history";
import { Consent } from "./consent";
import { Contact } from "./contact";
import { Duplicates } from "./duplicates";
import { EditCustomer } from "./edit-customer";
import { MergeWith } from "./merge-with";
import { Merges } from "./merges";
import { OpenCallbacks } from "./open-callbacks";

/** Who somebody is, when they come next, and everything there has been. */
export function CustomerPage({ customerId }: { customerId: number }) {
  const t = useTranslations("customers");
  const trpc = useTRPC();
  const { slug, can } = useBusiness();
  const query = useQuery(trpc.customers.get.queryOptions({ customerId }));
  if (!query.data) return query.isError ? <QueryErrorState query={query} /> : <DetailSkeleton />;
  const { customer, upcoming, earlier, calls, callbacks, merges, consent } = query.data;
  const { phone } = customer;
  return (
    <>
      <Link
        href={`/${slug}/customers`}
        className="-mt-2 mb-2 inline-flex min-h-11 items-center gap-1.5 rounded-sm text-muted-foreground hover:text-foreground md:min-h-9"
      >
        <ArrowLeft className="size-4" aria-hidden="true" />
        {t("title")}
      </Link>
      <PageHeader
        title={customer.name ?? (phone ? formatPhone(phone) : t("unnamed"))}
        actions={
          <>
            {can("customers:write") && <EditCustomer customer={customer} />}
            {phone && (
              <Button asChild>
                <a href={`tel:${phone}`}>
                  <Phone />
                  {t("dial")}
                </a>
              </Button>
            )}
            {can("appointments:write") && (
              <Button asChild variant="primary">
                <Link href={`/${slug}/appointments?new=true&for=${customerId}`} prefetch={false}>
                  <CalendarPlus />
                  {t("book")}
                </Link>
              </Button>
            )}
          </>
        }
      />
      <div className="grid gap-x-12 gap-y-9 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
        <div className="min-w-0 lg:col-start-2">
          <Contact customer={customer} />
        </div>
        <div className="flex min-w-0 flex-col gap-9 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <OpenCallbacks callbacks={callbacks} />
          <AppointmentHistory title={t("upcoming")} appointments={upcoming} none={t("noUpcoming")} />
          <CallHistory calls={calls} older={query.data.olderCalls} customerId={customerId} />
          {earlier.length > 0 && (
            <AppointmentHistory
              title={t("earlier")}
              appointments={earlier}
              last={query.data.olderAppointments && t("olderAppointments")}
            />
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-9 lg:col-start-2">
          <Duplicates customerId={customerId} />
          <Merges merges={merges} />
          <Consent consent={consent} />
          {can("customers:write") && <MergeWith customerId={customerId} />}
        </div>
      </div>
    </>
  );
}
