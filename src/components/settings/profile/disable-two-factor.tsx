"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { toast } from "../../toast";
import { OwnPasswordForm } from "./own-password-form";

export function DisableTwoFactor({ onDone }: { onDone: () => void }) {
  const t = useTranslations("profile.twoFactor");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const disable = useMutation(
    trpc.account.disableTwoFactor.mutationOptions({
      onSuccess: async () => {
        toast.success(t("disabled"));
        onDone();
        await queryClient.invalidateQueries(trpc.account.twoFactor.pathFilter());
      },
    }),
  );
  return <OwnPasswordForm submitLabel={t("disableSubmit")} save={disable.mutateAsync} />;
}
