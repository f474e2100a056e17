"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { QueryErrorState } from "../query-error-state";
import { Skeleton } from "../ui/skeleton";
import { StepActions } from "./step-actions";
import type { StepProps } from "./step-props";
import { TradeForm } from "./trade-form";

/** What the business is and offers. Taken over once; from then on it is changed where it is kept. */
export function TradeStep({ setup, goOn }: StepProps) {
  const trpc = useTRPC();
  const isDone = setup.steps.trade === "done";
  const template = useQuery(
    trpc.onboarding.template.queryOptions({ trade: setup.trade }, { enabled: !isDone }),
  );
  if (isDone) return <TakenOver goOn={goOn} />;
  if (template.isError && !template.data) return <QueryErrorState query={template} />;
  if (!template.data) return <Skeleton className="h-64 w-full" />;
  return <TradeForm trade={setup.trade} services={template.data.services} onDone={goOn} />;
}

function TakenOver({ goOn }: { goOn: () => void }) {
  const t = useTranslations("onboarding");
  const trpc = useTRPC();
  const { slug } = useBusiness();
  const { data: services = [] } = useQuery(trpc.catalog.services.queryOptions());
  return (
    <>
      <p className="font-medium">{t("trade.done", { count: services.length })}</p>
      <ul className="py-3">
        {services.map(({ id, name }) => (
          <li key={id} className="border-b py-2.5">
            {name}
          </li>
        ))}
      </ul>
      <Link
        href={`/${slug}/team/services`}
        className="mb-3 inline-flex min-h-11 items-center text-primary-text underline-offset-4 hover:underline"
      >
        {t("trade.edit")}
      </Link>
      <StepActions label={t("next")} onGoOn={goOn} />
    </>
  );
}
