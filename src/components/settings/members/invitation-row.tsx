"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type Outputs, useTRPC } from "@/trpc/client";
import { useBusiness } from "../../business-context";
import { useTimeText } from "../../time";
import { toast } from "../../toast";
import { Button } from "../../ui/button";
import { Dialog, DialogContent, DialogTitle } from "../../ui/dialog";
import { useErrorToast } from "../../use-error-toast";
import { InvitationLink } from "./invitation-link";

type Invitation = Outputs["members"]["invitations"][number];

/** Its link was shown once: whoever lost it gets a new one, and the old one ends. */
export function InvitationRow({ invitation }: { invitation: Invitation }) {
  const t = useTranslations("members");
  const terms = useTranslations("terms.role");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const sayError = useErrorToast();
  const { timeZone } = useBusiness();
  const { id, email, role, expiresAt, isExpired } = invitation;
  const until = useTimeText({ value: expiresAt, timeZone });
  const options = {
    onError: sayError,
    onSettled: () => queryClient.invalidateQueries(trpc.members.invitations.pathFilter()),
  };
  const renew = useMutation(trpc.members.renewInvitation.mutationOptions(options));
  const revoke = useMutation(
    trpc.members.revokeInvitation.mutationOptions({
      ...options,
      onSuccess: () => toast.success(t("invitations.revoked")),
    }),
  );
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t py-2 first:border-t-0">
      <div className="min-w-0 py-1">
        <span className="block break-words font-medium">{email}</span>
        <span className="block text-muted-foreground text-table">
          {terms(role)} · {isExpired ? t("invitations.expired") : t("invitations.until", { until })}
        </span>
      </div>
      <div className="-mr-2.5 flex">
        <Button
          size="small"
          variant="ghost"
          aria-label={t("invitations.renewFor", { email })}
          disabled={renew.isPending}
          onClick={() => renew.mutate({ invitationId: id })}
        >
          {t("invitations.renew")}
        </Button>
        <Button
          size="small"
          variant="ghost"
          aria-label={t("invitations.revokeFor", { email })}
          disabled={revoke.isPending}
          onClick={() => revoke.mutate({ invitationId: id })}
        >
          {t("invitations.revoke")}
        </Button>
      </div>
      <Dialog open={renew.data !== undefined} onOpenChange={() => renew.reset()}>
        <DialogContent aria-describedby={undefined}>
          <DialogTitle>{t("link.title", { email })}</DialogTitle>
          {renew.data && <InvitationLink invitation={renew.data} onDone={renew.reset} />}
        </DialogContent>
      </Dialog>
    </li>
  );
}
