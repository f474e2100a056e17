"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { PhoneForwarded } from "lucide-react";
import { useTranslations } from "next-intl";
import type { CallbackView } from "@/contracts/calls";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { DataTable } from "../data-table/data-table";
import { useTableQuery } from "../data-table/use-table-query";
import { EmptyState } from "../empty-state";
import { PageHeader } from "../page-header";
import { QueryErrorState } from "../query-error-state";
import { SavedViews } from "../saved-views/saved-views";
import { Button } from "../ui/button";
import { listParameters, listRequestOf, serializeAddress } from "./address";
import { CallbackCard, CardAction } from "./callback-card";
import { CallbackSheet } from "./callback-sheet";
import { CallbackViews } from "./callback-views";
import { NewCallback } from "./new-callback";
import { useCallbackColumns } from "./use-callback-columns";

/** The clock ends forgotten claims without any change that could be heard of. */
const askAgainMs = 60_000;

/** Who waits for a call, the longest first. */
export function CallbackList() {
  const t = useTranslations("callbacks");
  const trpc = useTRPC();
  const { slug, can } = useBusiness();
  const [address, change] = useTableQuery(listParameters);
  const { view, cursor, callback } = address;
  const query = useQuery(
    trpc.callbacks.list.queryOptions(listRequestOf(address), {
      placeholderData: keepPreviousData,
      refetchInterval: askAgainMs,
    }),
  );
  const columns = useCallbackColumns(view === "done");
  const { data } = query;
  const turn = (to: string | null | undefined) => (to ? () => change({ cursor: to }) : undefined);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <>
            <SavedViews list="callbacks" />
            {can("callbacks:write") && <NewCallback />}
          </>
        }
      />
      <CallbackViews view={view} onChange={(next) => change({ view: next })} />
      {query.isError && !data ? (
        <QueryErrorState query={query} />
      ) : (
        <DataTable
          label={t("title")}
          columns={columns}
          rows={data?.rows}
          rowId={(row) => row.id}
          rowHref={(row) => `/${slug}/callbacks${serializeAddress({ ...address, callback: row.id })}`}
          card={(row) => <CallbackCard callback={row} />}
          cardLines={3}
          cardAction={(row) => <CardAction callback={row} />}
          paging={{ onPrevious: turn(data?.previous), onNext: turn(data?.next) }}
          empty={<NobodyWaits view={view} onShow={(next) => change({ view: next })} />}
          stale={query.isPlaceholderData}
        />
      )}
      <CallbackSheet callbackId={callback} onClose={() => change({ callback: null, cursor })} />
    </>
  );
}

function NobodyWaits({ view, onShow }: { view: CallbackView; onShow: (view: CallbackView) => void }) {
  const t = useTranslations("callbacks");
  const next = view === "open" ? "done" : "open";
  return (
    <EmptyState
      icon={PhoneForwarded}
      title={t(`none.${view}`)}
      action={<Button onClick={() => onShow(next)}>{t(`show.${next}`)}</Button>}
    >
      {t(`noneHint.${view}`)}
    </EmptyState>
  );
}
