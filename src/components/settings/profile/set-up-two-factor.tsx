"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { renderSVG } from "uqr";
import { secondFactorInput } from "@/contracts/users";
import { useTRPC } from "@/trpc/client";
import { Form } from "../../form/form";
import { TextField } from "../../form/form-field";
import { useZodForm } from "../../form/use-zod-form";
import { Button } from "../../ui/button";
import { ShownOnce } from "../shown-once";
import { OwnPasswordForm } from "./own-password-form";
import { RecoveryCodes } from "./recovery-codes";

interface SetUpTwoFactorProps {
  onDone: () => void;
  /** Hears when it begins and when it ends, however it is closed. */
  onOpen: (open: boolean) => void;
}

/** Password, then the app's first code, then the codes for the day the phone is gone. */
export function SetUpTwoFactor({ onDone, onOpen }: SetUpTwoFactorProps) {
  const t = useTranslations("profile.twoFactor");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const begin = useMutation(trpc.account.beginTwoFactor.mutationOptions());
  const confirm = useMutation(trpc.account.confirmTwoFactor.mutationOptions());
  const form = useZodForm(secondFactorInput, { code: "" });
  useEffect(() => {
    onOpen(true);
    return () => {
      onOpen(false);
      queryClient.invalidateQueries(trpc.account.pathFilter());
    };
  }, [onOpen, queryClient, trpc]);
  if (confirm.data) return <RecoveryCodes codes={confirm.data} onDone={onDone} />;
  if (!begin.data) return <OwnPasswordForm submitLabel={t("continue")} save={begin.mutateAsync} />;
  return (
    <Form form={form} save={confirm.mutateAsync} submitLabel={t("confirm")}>
      <p>{t("scan")}</p>
      {/* biome-ignore lint/performance/noImgElement: drawn here and now, there is nothing to optimise */}
      <img
        src={`data:image/svg+xml,${encodeURIComponent(renderSVG(begin.data.uri, { border: 2 }))}`}
        alt={t("qr")}
        className="size-52 self-center rounded-control"
      />
      {/* Nobody can scan what their own phone shows. */}
      <Button asChild className="self-center md:hidden">
        <a href={begin.data.uri}>{t("openApp")}</a>
      </Button>
      <ShownOnce label={t("secret")} text={begin.data.secret} />
      <TextField
        name="code"
        // The field one stood in is gone with its step.
        autoFocus
        label={t("code")}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        className="tabular-nums"
      />
    </Form>
  );
}
