"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Phone, User } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatPhone } from "@/lib/phone-display";
import { type Outputs, useTRPC } from "@/trpc/client";
import { useBusiness } from "../../business-context";
import { Time } from "../../time";
import { Entry, Group, type GroupProps } from "./entry";

const shown = 5;

export function useFoundCustomers(text: string) {
  const trpc = useTRPC();
  const { can } = useBusiness();
  const asks = text.length >= 2 && can("customers:read");
  const query = useQuery(
    trpc.appointments.customers.queryOptions(
      { search: text },
      { enabled: asks, placeholderData: keepPreviousData },
    ),
  );
  return { ...query, rows: (asks && query.data?.rows.slice(0, shown)) || [] };
}

export function useFoundCalls(text: string) {
  const trpc = useTRPC();
  const { can } = useBusiness();
  const asks = text.length >= 3 && can("calls:read");
  const query = useQuery(
    trpc.calls.list.queryOptions({ search: text }, { enabled: asks, placeholderData: keepPreviousData }),
  );
  return { ...query, rows: (asks && query.data?.rows.slice(0, shown)) || [] };
}

interface FoundProps<Row> {
  rows: readonly Row[];
  onGo: GroupProps["onGo"];
}

/** Customers by part of a name or number. */
export function Customers({ rows, onGo }: FoundProps<Outputs["appointments"]["customers"]["rows"][number]>) {
  const t = useTranslations("shell.palette");
  const { slug } = useBusiness();
  if (rows.length === 0) return null;
  return (
    <Group heading={t("customers")}>
      {rows.map(({ id, name, phone }) => (
        <Entry
          key={id}
          value={`customer ${id}`}
          icon={User}
          onSelect={() => onGo(`/${slug}/customers/${id}`)}
          hint={phone && formatPhone(phone)}
        >
          {name}
        </Entry>
      ))}
    </Group>
  );
}

/** Calls by a caller's name or number. */
export function Calls({ rows, onGo }: FoundProps<Outputs["calls"]["list"]["rows"][number]>) {
  const t = useTranslations("shell.palette");
  const { slug, timeZone } = useBusiness();
  if (rows.length === 0) return null;
  return (
    <Group heading={t("calls")}>
      {rows.map(({ id, customerName, fromNumber, startTimestamp }) => (
        <Entry
          key={id}
          value={`call ${id}`}
          icon={Phone}
          onSelect={() => onGo(`/${slug}/calls/${id}`)}
          hint={<Time value={startTimestamp} timeZone={timeZone} />}
        >
          {customerName ?? (fromNumber ? formatPhone(fromNumber) : t("anonymous"))}
        </Entry>
      ))}
    </Group>
  );
}
