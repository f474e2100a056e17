"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Phone, User } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatPhone } from "@/lib/phone-display";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../../business-context";
import { Time } from "../../time";
import { Entry, Group, type GroupProps } from "./entry";

const shown = 5;

/** Customers by part of a name or number. */
export function Customers({ text, onGo }: GroupProps) {
  const t = useTranslations("shell.palette");
  const trpc = useTRPC();
  const { slug, can } = useBusiness();
  const asks = text.length >= 2 && can("customers:read");
  const { data } = useQuery(
    trpc.appointments.customers.queryOptions(
      { search: text },
      { enabled: asks, placeholderData: keepPreviousData },
    ),
  );
  if (!asks || !data || data.rows.length === 0) return null;
  return (
    <Group heading={t("customers")}>
      {data.rows.slice(0, shown).map(({ id, name, phone }) => (
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
export function Calls({ text, onGo }: GroupProps) {
  const t = useTranslations("shell.palette");
  const trpc = useTRPC();
  const { slug, can, timeZone } = useBusiness();
  const asks = text.length >= 3 && can("calls:read");
  const { data } = useQuery(
    trpc.calls.list.queryOptions({ search: text }, { enabled: asks, placeholderData: keepPreviousData }),
  );
  if (!asks || !data || data.rows.length === 0) return null;
  return (
    <Group heading={t("calls")}>
      {data.rows.slice(0, shown).map(({ id, customerName, fromNumber, startTimestamp }) => (
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
