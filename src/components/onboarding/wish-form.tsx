"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { wishedNumber } from "@/contracts/onboarding";
import { formatPhone } from "@/lib/phone-display";
import { useTRPC } from "@/trpc/client";
import { TextField } from "../form/form-field";
import { StepForm } from "./step-form";
import { useKeptForm } from "./use-kept-form";
import { useSettle } from "./use-settle";
import { useSetupChanged } from "./use-setup";

/** The number one has, for the operator to connect. */
export function WishForm({ wished, onDone }: { wished: string | null; onDone: () => void }) {
  const t = useTranslations("onboarding.number");
  const trpc = useTRPC();
  const changed = useSetupChanged();
  const wish = useMutation(trpc.onboarding.wishNumber.mutationOptions());
  const { settle } = useSettle("number", onDone);
  const phoneNumber = wished ? formatPhone(wished) : "";
  const { form, forget } = useKeptForm("number", wishedNumber, { phoneNumber });
  const save = async (values: Parameters<typeof wish.mutateAsync>[0]) => {
    await wish.mutateAsync(values);
    forget();
    await changed();
    onDone();
  };
  return (
    <StepForm form={form} save={save} submitLabel={t("submit")} onSkip={() => settle("skipped")}>
      <TextField
        name="phoneNumber"
        label={t("wish")}
        hint={t("wishHint")}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        className="max-w-xs tabular-nums"
      />
    </StepForm>
  );
}
