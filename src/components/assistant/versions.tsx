"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Outputs, useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { QueryErrorState } from "../query-error-state";
import { Section } from "../section";
import { Time } from "../time";
import { Badge } from "../ui/badge";
import { DialogTitle } from "../ui/dialog";
import { Sheet, SheetContent } from "../ui/sheet";

const VersionDetails = dynamic(() => import("./version-details").then((module) => module.VersionDetails));

type Version = Outputs["assistant"]["versions"][number];

/** Everything callers ever heard, the newest first; each opens with what it changed. */
export function Versions({ current }: { current: number }) {
  const t = useTranslations("assistant.versions");
  const trpc = useTRPC();
  const [opened, setOpened] = useState<number>();
  const query = useQuery(trpc.assistant.versions.queryOptions());
  if (query.isError && !query.data) return <QueryErrorState query={query} />;
  const versions = query.data ?? [];
  return (
    <Section title={t("title")}>
      {versions.length === 0 && <p className="py-3 text-muted-foreground">{t("none")}</p>}
      <ul>
        {versions.map((version) => (
          <li key={version.number} className="border-t first:border-t-0">
            <button
              type="button"
              aria-haspopup="dialog"
              onClick={() => setOpened(version.number)}
              className="group -mx-2 flex min-h-11 w-[calc(100%+1rem)] items-center gap-3 rounded-control px-2 py-2.5 text-left transition-colors duration-150 hover:bg-hover"
            >
              <VersionLine version={version} />
              {version.number === current && <Badge tone="success">{t("current")}</Badge>}
              <ChevronRight
                className="size-4 shrink-0 text-muted-foreground transition-transform duration-150 group-hover:translate-x-0.5 motion-reduce:transition-none"
                aria-hidden="true"
              />
            </button>
          </li>
        ))}
      </ul>
      <Sheet open={opened !== undefined} onOpenChange={() => setOpened(undefined)}>
        <SheetContent aria-describedby={undefined} className="md:max-w-2xl">
          <DialogTitle>{t("number", { number: opened ?? 0 })}</DialogTitle>
          {opened !== undefined && (
            <VersionDetails number={opened} current={current} onDone={() => setOpened(undefined)} />
          )}
        </SheetContent>
      </Sheet>
    </Section>
  );
}

function VersionLine({ version: { number, publishedAt, publishedBy, restoredFrom } }: { version: Version }) {
  const t = useTranslations("assistant.versions");
  const { timeZone } = useBusiness();
  return (
    <span className="min-w-0 flex-1">
      <span className="block font-medium">
        {restoredFrom ? t("restored", { number, from: restoredFrom }) : t("number", { number })}
      </span>
      <span className="block break-words text-muted-foreground text-table">
        {publishedAt && <Time value={publishedAt} timeZone={timeZone} />}
        {publishedBy && ` · ${publishedBy}`}
      </span>
    </span>
  );
}
