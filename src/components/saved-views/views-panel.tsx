"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ViewList } from "@/contracts/view-lists";
import { useBusiness } from "../business-context";
import { QueryErrorState } from "../query-error-state";
import { Skeleton } from "../ui/skeleton";
import { EditView } from "./edit-view";
import { KeepView } from "./keep-view";
import type { SavedView } from "./use-saved-views";
import { ViewLine } from "./view-line";

interface ViewsPanelProps {
  list: ViewList;
  views: UseQueryResult<SavedView[], unknown>;
  /** The list as it stands. */
  query: string;
  open: SavedView | undefined;
}

/** One's own views, those of the team, and a way to keep the list as it stands. */
export function ViewsPanel({ list, views, query, open }: ViewsPanelProps) {
  const t = useTranslations("savedViews");
  const { can } = useBusiness();
  const [editing, setEditing] = useState<number>();
  if (views.isError) return <QueryErrorState query={views} />;
  if (!views.data) return <Skeleton className="h-24" />;
  const edited = views.data.find(({ id }) => id === editing);
  if (edited) return <EditView list={list} view={edited} onDone={() => setEditing(undefined)} />;
  const groups = [
    { title: t("own"), views: views.data.filter(({ isMine }) => isMine) },
    { title: t("team"), views: views.data.filter(({ isMine }) => !isMine) },
  ].filter((group) => group.views.length > 0);
  return (
    <div className="flex flex-col gap-3">
      {groups.map((group) => (
        <section key={group.title}>
          <h2 className="pb-1 text-muted-foreground text-xs">{group.title}</h2>
          <ul>
            {group.views.map((view) => (
              <ViewLine
                key={view.id}
                list={list}
                view={view}
                isOpen={view.id === open?.id}
                onEdit={() => setEditing(view.id)}
              />
            ))}
          </ul>
        </section>
      ))}
      {groups.length === 0 && <p className="text-muted-foreground">{t("none")}</p>}
      {can("views:write") && <KeepView key={query} list={list} query={query} />}
    </div>
  );
}
