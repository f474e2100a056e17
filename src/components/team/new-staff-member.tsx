"use client";

import { useQuery } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { FormSheet } from "../form/form-sheet";
import { AddButton } from "./add-button";

const NewStaffForm = dynamic(() => import("./new-staff-form").then((module) => module.NewStaffForm));

export function NewStaffMember() {
  const t = useTranslations("team.staff");
  const trpc = useTRPC();
  const { data: branches } = useQuery(trpc.catalog.branches.queryOptions());
  return (
    <FormSheet
      title={t("new")}
      description={t("newHint")}
      trigger={<AddButton icon={UserPlus} label={t("new")} />}
    >
      {(close) => branches && <NewStaffForm homeBranchId={branches[0]?.id} onDone={close} />}
    </FormSheet>
  );
}
