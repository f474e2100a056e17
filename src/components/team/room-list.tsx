"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { DoorOpen, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { newResource, resourceChange } from "@/contracts/branches";
import { type Outputs, useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { EmptyState } from "../empty-state";
import { Form } from "../form/form";
import { TextField } from "../form/form-field";
import { FormSheet } from "../form/form-sheet";
import { SelectField } from "../form/select-field";
import { useZodForm } from "../form/use-zod-form";
import { PageSkeleton } from "../page-skeleton";
import { QueryErrorState } from "../query-error-state";
import { Section } from "../section";
import { toast } from "../toast";
import { Button } from "../ui/button";
import { useErrorMessage } from "../use-error-message";
import { EditButton } from "./edit-button";
import { FormerSwitch, useFormer } from "./former-switch";
import { TeamHeader } from "./team-header";
import { useCatalogChanged } from "./use-catalog-changed";
import { useSave } from "./use-save";

type Room = Outputs["resources"]["list"][number];

/** Rooms and devices, branch by branch. */
export function RoomList() {
  const t = useTranslations("team.room");
  const trpc = useTRPC();
  const { can } = useBusiness();
  const query = useQuery(trpc.resources.list.queryOptions());
  const [former] = useFormer();
  const rooms = query.data?.filter(({ active }) => active || former);
  const branches = new Map(rooms?.map(({ branchId, branchName }) => [branchId, branchName]));
  const add = can("catalog:write") && (
    <FormSheet
      title={t("new")}
      description={t("hint")}
      trigger={
        <Button variant="primary">
          <Plus />
          {t("new")}
        </Button>
      }
    >
      {(close) => <NewRoomForm onDone={close} />}
    </FormSheet>
  );
  return (
    <>
      <TeamHeader current="rooms" action={query.data?.length !== 0 && add} />
      {!rooms && (query.isError ? <QueryErrorState query={query} /> : <PageSkeleton />)}
      {rooms?.length === 0 && (
        <EmptyState icon={DoorOpen} title={t("none")} action={add}>
          {t("noneHint")}
        </EmptyState>
      )}
      <div className="grid gap-x-12 gap-y-9 pt-5 lg:grid-cols-2">
        {[...branches].map(([branchId, branchName]) => (
          <Section key={branchId} title={branchName}>
            <ul>
              {rooms
                ?.filter((room) => room.branchId === branchId)
                .map((room) => (
                  <RoomRow key={room.id} room={room} />
                ))}
            </ul>
          </Section>
        ))}
      </div>
      <FormerSwitch label={t("showFormer")} count={query.data?.filter(({ active }) => !active).length} />
    </>
  );
}

function RoomRow({ room }: { room: Room }) {
  const t = useTranslations("team.room");
  const { can } = useBusiness();
  const refresh = useCatalogChanged();
  const uses = room.serviceNames.length > 0 ? room.serviceNames.join(", ") : t("unused");
  return (
    <li className="flex min-h-11 items-center justify-between gap-4 border-t py-1.5 first:border-t-0">
      <span className="min-w-0">
        <span className="block truncate font-medium">{room.name}</span>
        <span className="block truncate text-muted-foreground text-table">
          {room.active ? uses : t("former")}
        </span>
      </span>
      {can("catalog:write") && (
        <FormSheet
          title={t("editTitle")}
          refresh={refresh}
          trigger={<EditButton label={t("edit", { name: room.name })}>{t("editShort")}</EditButton>}
        >
          {(close) => <EditRoomForm room={room} onDone={close} />}
        </FormSheet>
      )}
    </li>
  );
}

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

function NewRoomForm({ onDone }: { onDone: () => void }) {
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

function EditRoomForm({ room, onDone }: { room: Room; onDone: () => void }) {
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
  const message = useErrorMessage();
  const changed = useCatalogChanged();
  const { id, version, active } = room;
  const set = useMutation(
    trpc.resources.setActive.mutationOptions({
      onSuccess: async () => {
        await changed();
        onDone();
      },
      onError: (error) => toast.error(message(error).sentence),
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
