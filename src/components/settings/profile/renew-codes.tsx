"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { OwnPasswordForm } from "./own-password-form";
import { RecoveryCodes } from "./recovery-codes";

export function RenewCodes({ onDone }: { onDone: () => void }) {
  const t = useTranslations("profile.twoFactor");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const renew = useMutation(
    trpc.account.renewRecoveryCodes.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.account.twoFactor.pathFilter()),
    }),
  );
  if (renew.data) return <RecoveryCodes codes={renew.data} onDone={onDone} />;
  return <OwnPasswordForm submitLabel={t("renewSubmit")} save={renew.mutateAsync} />;
}
