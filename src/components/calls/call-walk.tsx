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
import { filterOf, serializeWalk, type WalkAddress } from "./address";

/** Back to the list, or on to the next call of it: J down the list, K up again. */
export function CallWalk({ callId, walk }: { callId: number; walk: WalkAddress }) {
  const t = useTranslations("calls");
  const trpc = useTRPC();
  const { slug } = useBusiness();
  const router = useRouter();
  const { data } = useQuery(trpc.calls.neighbours.queryOptions({ callId, filter: filterOf(walk) }));
  const list = `/${slug}/calls`;
  const hrefOf = (id: number | null | undefined) => (id ? `${list}/${id}${serializeWalk(walk)}` : undefined);
  const newer = { href: hrefOf(data?.newer), label: "walk.newer" } as const;
  const older = { href: hrefOf(data?.older), label: "walk.older" } as const;
  const [up, down] = walk.sort === "startTimestamp" ? [older, newer] : [newer, older];
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const href = event.key === "j" ? down.href : event.key === "k" ? up.href : undefined;
      // After G, K is a page's letter.
      if (href && !event.defaultPrevented && isForPage(event)) router.push(href);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [up.href, down.href, router]);
  return (
    <nav
      aria-label={t("walk.label")}
      className="-mt-2 flex items-center justify-between gap-4 pb-2 print:hidden"
    >
      <Link
        href={`${list}${serializeWalk(walk)}`}
        className="inline-flex min-h-11 items-center gap-1.5 rounded-sm text-muted-foreground hover:text-foreground md:min-h-9"
      >
        <ArrowLeft className="size-4" aria-hidden="true" />
        {t("title")}
      </Link>
      <div className="flex gap-1">
        <Step href={up.href} label={t(up.label, { key: "K" })} icon={<ChevronUp />} />
        <Step href={down.href} label={t(down.label, { key: "J" })} icon={<ChevronDown />} />
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
