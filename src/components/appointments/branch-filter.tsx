"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { NativeSelect } from "../ui/native-select";
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
    <NativeSelect
      aria-label={t("branch")}
      className="w-36 shrink-0 max-md:order-last md:w-44"
      value={address.branch === null ? all : String(address.branch)}
      onValueChange={(value) => setAddress({ branch: value === all ? null : Number(value), cursor: null })}
    >
      <option value={all}>{t("allBranches")}</option>
      {branches.map(({ id, name }) => (
        <option key={id} value={String(id)}>
          {name}
        </option>
      ))}
    </NativeSelect>
  );
}
