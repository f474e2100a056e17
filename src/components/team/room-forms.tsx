"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { newResource, resourceChange } from "@/contracts/branches";
import { useTRPC } from "@/trpc/client";
import { Form } from "../form/form";
import { TextField } from "../form/form-field";
import { SelectField } from "../form/select-field";
import { useZodForm } from "../form/use-zod-form";
import { Button } from "../ui/button";
import { useErrorToast } from "../use-error-toast";
import type { Room } from "./outputs";
import { useCatalogChanged } from "./use-catalog-changed";
import { useSave } from "./use-save";

function RoomFields({ children }: { children?: ReactNode }) {
  const t = useTranslations("team.room");
  const trpc = useTRPC();
  const { data: branches } = useQuery(trpc.catalog.branches.queryOptions());
  return (
    <>
      <TextField name="name" label={t("name")} hint={t("nameHint")} autoFocus aria-required />
      <SelectField
        name="branchId"
        label={t("branch")}
        placeholder={t("chooseBranch")}
        hint={branches?.length === 0 ? t("noBranch") : undefined}
        options={branches?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
      />
      {children}
    </>
  );
}

export function NewRoomForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations("team.room");
  const trpc = useTRPC();
  const { data: branches } = useQuery(trpc.catalog.branches.queryOptions());
  const create = useMutation(trpc.resources.create.mutationOptions());
  const save = useSave(onDone);
  const only = branches?.length === 1 ? branches[0]?.id : undefined;
  const form = useZodForm(newResource, { name: "", branchId: only });
  return (
    <Form form={form} save={save(create.mutateAsync)} submitLabel={t("create")}>
      <RoomFields />
    </Form>
  );
}

export function EditRoomForm({ room, onDone }: { room: Room; onDone: () => void }) {
  const t = useTranslations("team");
  const trpc = useTRPC();
  const change = useMutation(trpc.resources.change.mutationOptions());
  const save = useSave(onDone);
  const { id, version, name, branchId } = room;
  const form = useZodForm(resourceChange, { resourceId: id, version, name, branchId });
  return (
    <Form form={form} save={save(change.mutateAsync)} submitLabel={t("save")}>
      <RoomFields>
        <RoomActive room={room} onDone={onDone} />
      </RoomFields>
    </Form>
  );
}

/** Appointments keep their room; only new ones no longer get it. */
function RoomActive({ room, onDone }: { room: Room; onDone: () => void }) {
  const t = useTranslations("team.room");
  const trpc = useTRPC();
  const sayError = useErrorToast();
  const changed = useCatalogChanged();
  const { id, version, active } = room;
  const set = useMutation(
    trpc.resources.setActive.mutationOptions({
      onSuccess: async () => {
        await changed();
        onDone();
      },
      onError: sayError,
    }),
  );
  return (
    <div className="flex flex-col items-start gap-1 border-t pt-3">
      <Button
        variant={active ? "ghost" : "secondary"}
        size="small"
        className={active ? "-ml-2.5 text-muted-foreground" : undefined}
        disabled={set.isPending}
        onClick={() => set.mutate({ id, version, active: !active })}
      >
        {t(active ? "deactivate" : "activate")}
      </Button>
      {active && <p className="text-muted-foreground text-table">{t("deactivateHint")}</p>}
    </div>
  );
}
