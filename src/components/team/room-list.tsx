"use client";

import { useQuery } from "@tanstack/react-query";
import { DoorOpen } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { useBusiness } from "../business-context";
import { EditButton } from "../edit-button";
import { EmptyState } from "../empty-state";
import { FormSheet } from "../form/form-sheet";
import { PageSkeleton } from "../page-skeleton";
import { QueryErrorState } from "../query-error-state";
import { Section } from "../section";
import { AddButton } from "./add-button";
import { FormerSwitch, useFormer } from "./former-switch";
import type { Room } from "./outputs";
import { TeamHeader } from "./team-header";
import { useCatalogChanged } from "./use-catalog-changed";

const NewRoomForm = dynamic(() => import("./room-forms").then((module) => module.NewRoomForm));
const EditRoomForm = dynamic(() => import("./room-forms").then((module) => module.EditRoomForm));

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
    <FormSheet title={t("new")} description={t("hint")} trigger={<AddButton label={t("new")} />}>
      {(close) => <NewRoomForm onDone={close} />}
    </FormSheet>
  );
  return (
    <>
      <TeamHeader current="rooms" action={query.data?.length !== 0 && add} />
      {!rooms &&
        (query.isError ? (
          <QueryErrorState query={query} />
        ) : (
          <div className="max-w-xl pt-5">
            <PageSkeleton headless />
          </div>
        ))}
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
