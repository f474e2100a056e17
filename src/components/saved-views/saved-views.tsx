"use client";

import { Bookmark } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ViewList } from "@/contracts/view-lists";
import { cn } from "../class-names";
import { Button } from "../ui/button";
import { Popover } from "../ui/popover";
import { Skeleton } from "../ui/skeleton";
import { useErrorToast } from "../use-error-toast";
import { useSavedViews, useViewVerbs } from "./use-saved-views";

const ViewsPanel = dynamic(() => import("./views-panel").then((module) => module.ViewsPanel), {
  loading: () => <Skeleton className="h-24" />,
});

/** Names the view one looks at and leads to the others. A changed one says so, and can be kept as it is now. */
export function SavedViews({ list }: { list: ViewList }) {
  const t = useTranslations("savedViews");
  const [wanted, setWanted] = useState(false);
  const { views, query, open, isChanged } = useSavedViews(list, wanted);
  return (
    <div className="flex items-center gap-2 print:hidden">
      {open && isChanged && <Changed viewId={open.id} query={query} maySave={open.mayChange} />}
      <Popover
        label={t("title")}
        className="w-80"
        trigger={
          <Button
            onPointerEnter={() => setWanted(true)}
            onClick={() => setWanted(true)}
            className={cn(open && "border-primary bg-primary-soft text-primary-text hover:bg-primary-soft")}
          >
            <Bookmark />
            <span className={cn("max-w-40 truncate", !open && "max-md:sr-only")}>
              {open?.name ?? t("title")}
            </span>
          </Button>
        }
      >
        {wanted && <ViewsPanel list={list} views={views} query={query} open={open} />}
      </Popover>
    </div>
  );
}

function Changed({ viewId, query, maySave }: { viewId: number; query: string; maySave: boolean }) {
  const t = useTranslations("savedViews");
  const sayError = useErrorToast();
  const { change } = useViewVerbs();
  const save = () => change.mutate({ viewId, query }, { onError: sayError });
  return (
    <span role="status" className="flex items-center gap-1.5 text-muted-foreground text-table">
      {t("changed")}
      {maySave && (
        <>
          <span aria-hidden="true">·</span>
          <Button
            variant="link"
            aria-disabled={change.isPending}
            onClick={save}
            className="min-h-11 md:min-h-6"
          >
            {t("save")}
          </Button>
        </>
      )}
    </span>
  );
}
