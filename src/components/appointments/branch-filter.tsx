"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "../ui/select";
import { useAddress } from "./use-address";

const all = "all";

export function useBranches() {
  const trpc = useTRPC();
  return useQuery(trpc.catalog.branches.queryOptions(undefined, { staleTime: 300_000 })).data ?? [];
}

/** Only where there is more than one. */
export function BranchFilter() {
  const t = useTranslations("appointments.filters");
  const branches = useBranches();
  const [address, setAddress] = useAddress();
  if (branches.length < 2) return null;
  return (
    <Select
      value={address.branch === null ? all : String(address.branch)}
      onValueChange={(value) => setAddress({ branch: value === all ? null : Number(value), cursor: null })}
    >
      <SelectTrigger aria-label={t("branch")} className="w-36 shrink-0 md:w-44">
        {/* Spelled out, or the server would render it empty. */}
        <SelectValue>
          {branches.find(({ id }) => id === address.branch)?.name ?? t("allBranches")}
        </SelectValue>
      </SelectTrigger>
      <SelectContent>
        <SelectItem value={all}>{t("allBranches")}</SelectItem>
        {branches.map(({ id, name }) => (
          <SelectItem key={id} value={String(id)}>
            {name}
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  );
}
