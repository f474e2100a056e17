"use client";

import { useQuery } from "@tanstack/react-query";
import { Merge } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { Section } from "../section";
import { Button } from "../ui/button";
import { CustomerLine } from "./customer-line";
import { MergeDialog } from "./merge-dialog";

/** Who may be the same person; nothing where nobody is alike. */
export function Duplicates({ customerId }: { customerId: number }) {
  const t = useTranslations("customers.merge");
  const trpc = useTRPC();
  const { slug, can } = useBusiness();
  const [absorbedId, setAbsorbedId] = useState<number>();
  const { data } = useQuery(trpc.customers.duplicates.queryOptions({ customerId }));
  if (!data || data.length === 0) return null;
  return (
    <Section title={t("likely")}>
      <ul>
        {data.map((other) => (
          <li
            key={other.id}
            className="flex items-center justify-between gap-3 border-b py-2 last:border-b-0"
          >
            <Link
              href={`/${slug}/customers/${other.id}`}
              className="-my-1 min-w-0 rounded-sm py-1 underline-offset-4 hover:underline"
            >
              <CustomerLine customer={other} />
            </Link>
            {can("customers:write") && (
              <Button
                size="small"
                aria-label={t("mergeWith", { name: other.name ?? "" })}
                onClick={() => setAbsorbedId(other.id)}
              >
                <Merge />
                {t("check")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {absorbedId !== undefined && (
        <MergeDialog customerId={customerId} otherId={absorbedId} onClose={() => setAbsorbedId(undefined)} />
      )}
    </Section>
  );
}
