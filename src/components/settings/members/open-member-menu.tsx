"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type MemberRole, memberRoles } from "@/contracts/permissions";
import { useTRPC } from "@/trpc/client";
import { toast } from "../../toast";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "../../ui/dropdown-menu";
import { useErrorToast } from "../../use-error-toast";
import { AskFirst } from "../ask-first";
import { MemberMenuButton } from "./member-menu-button";
import type { Member } from "./outputs";

/** Comes into the page opened: it was asked for by a click on its button. */
export function OpenMemberMenu({ member }: { member: Member }) {
  const t = useTranslations("members");
  const terms = useTranslations("terms.role");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const sayError = useErrorToast();
  const [asking, setAsking] = useState<"disable" | "resetTwoFactor">();
  const { id: userId, name, role, status, hasTwoFactor, isMe } = member;
  const options = {
    onError: sayError,
    onSettled: () => queryClient.invalidateQueries(trpc.members.pathFilter()),
  };
  const changeRole = useMutation(
    trpc.members.changeRole.mutationOptions({
      ...options,
      onSuccess: (_, change) => toast.success(t("roleChanged", { name, role: terms(change.role) })),
    }),
  );
  const disable = useMutation(
    trpc.members.disable.mutationOptions({
      ...options,
      onSuccess: () => toast.success(t("disable.done", { name })),
    }),
  );
  const enable = useMutation(
    trpc.members.enable.mutationOptions({
      ...options,
      onSuccess: () => toast.success(t("enable.done", { name })),
    }),
  );
  const resetTwoFactor = useMutation(
    trpc.members.resetTwoFactor.mutationOptions({
      ...options,
      onSuccess: () => toast.success(t("resetTwoFactor.done", { name })),
    }),
  );
  return (
    <>
      <DropdownMenu defaultOpen>
        <DropdownMenuTrigger asChild>
          <MemberMenuButton name={name} />
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuLabel>{t("roleLabel")}</DropdownMenuLabel>
          <DropdownMenuRadioGroup
            value={role}
            onValueChange={(next) => changeRole.mutate({ userId, role: next as MemberRole })}
          >
            {memberRoles.map((value) => (
              <DropdownMenuRadioItem key={value} value={value}>
                {terms(value)}
              </DropdownMenuRadioItem>
            ))}
          </DropdownMenuRadioGroup>
          {!isMe && (
            <>
              <DropdownMenuSeparator />
              {hasTwoFactor && (
                <DropdownMenuItem onSelect={() => setAsking("resetTwoFactor")}>
                  {t("resetTwoFactor.action")}
                </DropdownMenuItem>
              )}
              {status === "active" ? (
                <DropdownMenuItem onSelect={() => setAsking("disable")}>
                  {t("disable.action")}
                </DropdownMenuItem>
              ) : (
                <DropdownMenuItem onSelect={() => enable.mutate({ userId })}>
                  {t("enable.action")}
                </DropdownMenuItem>
              )}
            </>
          )}
        </DropdownMenuContent>
      </DropdownMenu>
      <AskFirst
        open={asking === "resetTwoFactor"}
        onOpenChange={() => setAsking(undefined)}
        title={t("resetTwoFactor.title", { name })}
        text={t("resetTwoFactor.text")}
        action={t("resetTwoFactor.action")}
        onConfirm={() => resetTwoFactor.mutate({ userId })}
      />
      <AskFirst
        open={asking === "disable"}
        onOpenChange={() => setAsking(undefined)}
        title={t("disable.title", { name })}
        text={t("disable.text")}
        action={t("disable.action")}
        onConfirm={() => disable.mutate({ userId })}
      />
    </>
  );
}
