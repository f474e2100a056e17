"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import type { StaffMember } from "./outputs";
import { SpecialHours } from "./special-hours";

const StaffSpecialForm = dynamic(() =>
  import("./staff-special-form").then((module) => module.StaffSpecialForm),
);

/** Single days on which somebody works at other hours than usual. */
export function StaffSpecialHours({ person }: { person: StaffMember }) {
  const t = useTranslations("team.staff.special");
  const trpc = useTRPC();
  const { data: branches } = useQuery(trpc.branches.list.queryOptions());
  const { mutateAsync } = useMutation(trpc.staff.setSpecialHours.mutationOptions());
  return (
    <SpecialHours
      words={{ new: t("new"), hint: t("hint") }}
      ranges={person.specialHours}
      branches={branches}
      form={(close) => <StaffSpecialForm person={person} onDone={close} />}
      save={(hours, changesSince) =>
        mutateAsync({ ...hours, staffId: person.id, version: person.version + changesSince })
      }
    />
  );
}
