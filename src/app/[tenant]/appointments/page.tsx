import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { calendarRequestFor, listRequestFor, loadAddress } from "@/components/appointments/address";
import { Appointments } from "@/components/appointments/appointments";
import { monthRequestFor } from "@/components/appointments/month-request";
import type { SearchParams } from "@/lib/address";
import { wallTimeOf } from "@/lib/plain-date";
import { requirePage } from "@/server/auth/require-page";
import { Hydrate, serverApi } from "@/trpc/server";

interface AppointmentsPageProps {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("appointments");
  return { title: t("title") };
}

export default async function AppointmentsPage({ params, searchParams }: AppointmentsPageProps) {
  const { tenant: slug } = await params;
  const ctx = await requirePage(slug, "appointments:read");
  const address = await loadAddress(searchParams);
  const today = wallTimeOf(new Date(), ctx.tenant.timeZone).date;
  const { trpc, queryClient } = serverApi(slug);
  const shown =
    address.view === "list"
      ? queryClient.prefetchQuery(trpc.appointments.list.queryOptions(listRequestFor(address, today)))
      : address.view === "month"
        ? queryClient.prefetchQuery(trpc.appointments.month.queryOptions(monthRequestFor(address, today)))
        : queryClient.prefetchQuery(
            trpc.appointments.calendar.queryOptions(calendarRequestFor(address, today)),
          );
  const sheet =
    address.appointment !== null &&
    queryClient.prefetchQuery(trpc.appointments.get.queryOptions({ appointmentId: address.appointment }));
  await Promise.all([
    shown,
    sheet,
    queryClient.prefetchQuery(trpc.catalog.staff.queryOptions()),
    queryClient.prefetchQuery(trpc.catalog.branches.queryOptions()),
  ]);
  return (
    <Hydrate slug={slug}>
      <Appointments />
    </Hydrate>
  );
}
