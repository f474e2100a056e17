"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Section } from "@/components/section";
import { formatPhone } from "@/lib/phone-display";
import { type Outputs, useTRPC } from "@/trpc/client";
import { AssignDialog } from "./assign-dialog";

type Wish = Outputs["platform"]["wishedNumbers"][number];

/** Numbers that businesses want answered and nobody connected yet. Where there are none, there is no section. */
export function WishedNumbers() {
  const t = useTranslations("platform.wishes");
  const trpc = useTRPC();
  const { data } = useQuery(trpc.platform.wishedNumbers.queryOptions());
  if (!data || data.length === 0) return null;
  return (
    <Section title={t("title")} aside={t("count", { count: data.length })} className="mb-9">
      <p className="max-w-prose pt-3 pb-1 text-muted-foreground">{t("hint")}</p>
      <ul>
        {data.map((wish) => (
          <li
            key={wish.tenantSlug}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b py-3"
          >
            <div className="min-w-0 flex-1 basis-64">
              <p className="font-medium tabular-nums">{formatPhone(wish.phoneNumber)}</p>
              <p className="break-words text-muted-foreground text-table">
                <Link
                  href={`/platform/tenants/${wish.tenantSlug}`}
                  prefetch={false}
                  className="rounded-sm underline underline-offset-4"
                >
                  {wish.tenantName}
                </Link>
                {wish.waitingCalls > 0 && ` · ${t("waiting", { count: wish.waitingCalls })}`}
              </p>
            </div>
            <NextStep wish={wish} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function NextStep({ wish: { phoneNumber, branchId, holderName } }: { wish: Wish }) {
  const t = useTranslations("platform.wishes");
  if (holderName)
    return <p className="text-table text-warning-text">{t("taken", { business: holderName })}</p>;
  if (branchId === null) return <p className="text-muted-foreground text-table">{t("noBranch")}</p>;
  return <AssignDialog phoneNumber={phoneNumber} branchId={branchId} />;
}
