"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, ChevronDown, ChevronUp } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useLayoutEffect, useRef } from "react";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { Button } from "../ui/button";
import { type FilterAddress, filterOf, serializeFilter } from "./address";
import { stepsAhead, useStepKeys } from "./steps-ahead";

/** Back to the list, or on to the next call of it: J down the list, K up again. */
export function CallWalk({ callId, filter }: { callId: number; filter: FilterAddress }) {
  const t = useTranslations("calls");
  const trpc = useTRPC();
  const { slug } = useBusiness();
  const router = useRouter();
  const { data } = useQuery(trpc.calls.neighbours.queryOptions({ callId, filter: filterOf(filter) }));
  const list = `/${slug}/calls`;
  const question = serializeFilter(filter);
  const hrefOf = (id: number | null | undefined) => (id ? `${list}/${id}${question}` : undefined);
  const leavingFor = useRef<number>(undefined);
  const walk = useCallback(
    (steps: number) => {
      const next = steps > 0 ? data?.older : data?.newer;
      if (!data || leavingFor.current) stepsAhead.add(leavingFor.current ?? callId, steps);
      else if (next) {
        leavingFor.current = next;
        stepsAhead.add(next, steps - Math.sign(steps));
        router.push(`${list}/${next}${question}`);
      }
    },
    [data, callId, list, question, router],
  );
  useStepKeys(walk);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another call, another beginning
  useLayoutEffect(() => {
    leavingFor.current = undefined;
  }, [callId]);
  useLayoutEffect(() => {
    if (!data || leavingFor.current) return;
    const steps = stepsAhead.take(callId);
    if (steps !== 0) walk(steps);
  }, [data, callId, walk]);
  return (
    <nav
      aria-label={t("walk.label")}
      className="-mt-2 flex items-center justify-between gap-4 pb-2 print:hidden"
    >
      <Link
        href={`${list}${question}`}
        className="inline-flex min-h-11 items-center gap-1.5 rounded-sm text-muted-foreground hover:text-foreground md:min-h-9"
      >
        <ArrowLeft className="size-4" aria-hidden="true" />
        {t("title")}
      </Link>
      <div className="flex gap-1">
        <Step href={hrefOf(data?.newer)} label={t("walk.newer")} icon={<ChevronUp />} />
        <Step href={hrefOf(data?.older)} label={t("walk.older")} icon={<ChevronDown />} />
      </div>
    </nav>
  );
}

function Step({ href, label, icon }: { href: string | undefined; label: string; icon: ReactNode }) {
  if (!href)
    return (
      <Button variant="ghost" size="icon" aria-label={label} disabled>
        {icon}
      </Button>
    );
  return (
    <Button asChild variant="ghost" size="icon">
      <Link href={href} aria-label={label} title={label}>
        {icon}
      </Link>
    </Button>
  );
}
