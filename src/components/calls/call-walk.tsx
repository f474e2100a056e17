"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, ChevronDown, ChevronUp } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect } from "react";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { isForPage } from "../shell/shortcuts/key-switch";
import { Button } from "../ui/button";
import { type FilterAddress, filterOf, serializeFilter } from "./address";

/** Back to the list, or on to the next call of it: J down the list, K up again. */
export function CallWalk({ callId, filter }: { callId: number; filter: FilterAddress }) {
  const t = useTranslations("calls");
  const trpc = useTRPC();
  const { slug } = useBusiness();
  const router = useRouter();
  const { data } = useQuery(trpc.calls.neighbours.queryOptions({ callId, filter: filterOf(filter) }));
  const list = `/${slug}/calls`;
  const hrefOf = (id: number | null | undefined) =>
    id ? `${list}/${id}${serializeFilter(filter)}` : undefined;
  const [newer, older] = [hrefOf(data?.newer), hrefOf(data?.older)];
  useEffect(() => {
    const walk = (event: KeyboardEvent) => {
      const href = event.key === "j" ? older : event.key === "k" ? newer : undefined;
      // After G, K is a page's letter.
      if (href && !event.defaultPrevented && isForPage(event)) router.push(href);
    };
    addEventListener("keydown", walk);
    return () => removeEventListener("keydown", walk);
  }, [newer, older, router]);
  return (
    <nav
      aria-label={t("walk.label")}
      className="-mt-2 flex items-center justify-between gap-4 pb-2 print:hidden"
    >
      <Link
        href={`${list}${serializeFilter(filter)}`}
        className="inline-flex min-h-11 items-center gap-1.5 rounded-sm text-muted-foreground hover:text-foreground md:min-h-9"
      >
        <ArrowLeft className="size-4" aria-hidden="true" />
        {t("title")}
      </Link>
      <div className="flex gap-1">
        <Step href={newer} label={t("walk.newer")} icon={<ChevronUp />} />
        <Step href={older} label={t("walk.older")} icon={<ChevronDown />} />
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
