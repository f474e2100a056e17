"use client";

import { useTranslations } from "next-intl";
import type { ViewList } from "@/contracts/view-lists";
import { toast } from "../toast";
import { Button } from "../ui/button";
import { useErrorToast } from "../use-error-toast";
import { type SavedView, useViewVerbs } from "./use-saved-views";
import { ViewFields } from "./view-fields";

interface EditViewProps {
  list: ViewList;
  view: SavedView;
  onDone: () => void;
}

/** Another name, shared or not, or gone; what is gone can be had back for a moment. */
export function EditView({ list, view, onDone }: EditViewProps) {
  const t = useTranslations("savedViews");
  const common = useTranslations("common");
  const { create, change, remove } = useViewVerbs();
  const { id, name, query, shared } = view;
  const refuse = useErrorToast();
  const removeIt = () =>
    remove.mutate(
      { viewId: id },
      {
        onError: refuse,
        onSuccess: () => {
          const restore = () => create.mutate({ list, name, query, shared }, { onError: refuse });
          toast(
            t("removed", { name }),
            view.isMine ? { action: { label: t("undo"), onClick: restore } } : {},
          );
          onDone();
        },
      },
    );
  return (
    <ViewFields
      title={t("edit", { name })}
      initial={{ name, shared }}
      submitLabel={t("saveAction")}
      save={async (values) => {
        await change.mutateAsync({ viewId: id, ...values });
        onDone();
      }}
    >
      <Button size="small" onClick={onDone}>
        {common("cancel")}
      </Button>
      <Button
        size="small"
        variant="ghost"
        aria-disabled={remove.isPending}
        onClick={removeIt}
        className="ml-auto text-danger-text"
      >
        {t("remove")}
      </Button>
    </ViewFields>
  );
}
