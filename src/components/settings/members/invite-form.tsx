"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type MemberRole, memberRoles } from "@/contracts/permissions";
import { invitationForm } from "@/contracts/users";
import { useTRPC } from "@/trpc/client";
import { Form } from "../../form/form";
import { TextField } from "../../form/form-field";
import { SelectField } from "../../form/select-field";
import { useZodForm } from "../../form/use-zod-form";
import { InvitationLink } from "./invitation-link";

export function InviteForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations("members");
  const terms = useTranslations("terms.role");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const form = useZodForm(invitationForm, { email: "", role: "staff" as MemberRole });
  const invite = useMutation(
    trpc.members.invite.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.members.invitations.pathFilter()),
    }),
  );
  if (invite.data) return <InvitationLink invitation={invite.data} onDone={onDone} />;
  const role = form.watch("role");
  return (
    <Form form={form} save={invite.mutateAsync} submitLabel={t("invite.submit")}>
      <TextField
        name="email"
        label={t("invite.email")}
        type="email"
        inputMode="email"
        autoCapitalize="none"
      />
      <SelectField
        name="role"
        label={t("roleLabel")}
        hint={t(`roleHint.${role}`)}
        options={memberRoles.map((value) => ({ value, label: terms(value) }))}
      />
    </Form>
  );
}
