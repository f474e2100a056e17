"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { RelativeTime } from "@/components/relative-time";
import { Section } from "@/components/section";
import { useTimeText } from "@/components/time";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogTitle } from "@/components/ui/dialog";
import { useErrorToast } from "@/components/use-error-toast";
import { type Outputs, useTRPC } from "@/trpc/client";
import { platformTimeZone } from "../platform-time-zone";
import { InvitationShown } from "./invitation-shown";

type Tenant = Outputs["platform"]["tenant"];

/** Whom the operator can talk to, and who has not come in yet. */
export function Owners({ tenant }: { tenant: Tenant }) {
  const t = useTranslations("platform.tenant");
  const { owners, invitations } = tenant;
  return (
    <Section title={t("owners")}>
      {owners.length + invitations.length === 0 && (
        <p className="py-3 text-muted-foreground">{t("noOwners")}</p>
      )}
      <ul>
        {owners.map(({ name, email, lastSignInAt }) => (
          <li key={email} className="border-t py-2.5 first:border-t-0">
            <span className="block break-words font-medium">{name}</span>
            <span className="block break-words text-muted-foreground text-table">
              {email} ·{" "}
              {lastSignInAt
                ? t.rich("signedIn", {
                    time: () => <RelativeTime value={lastSignInAt} timeZone={platformTimeZone} />,
                  })
                : t("neverSignedIn")}
            </span>
          </li>
        ))}
        {invitations.map((invitation) => (
          <Invited key={invitation.id} tenantId={tenant.id} invitation={invitation} />
        ))}
      </ul>
    </Section>
  );
}

/** The link was shown once: whoever lost it gets a new one, and the old one ends. */
function Invited({ tenantId, invitation }: { tenantId: string; invitation: Tenant["invitations"][number] }) {
  const t = useTranslations("platform.tenant");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const sayError = useErrorToast();
  const { id, email, expiresAt, isExpired } = invitation;
  const until = useTimeText({ value: expiresAt, timeZone: platformTimeZone });
  const renew = useMutation(
    trpc.platform.renewInvitation.mutationOptions({
      onError: sayError,
      onSettled: () => queryClient.invalidateQueries(trpc.platform.tenant.pathFilter()),
    }),
  );
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 border-t py-2 first:border-t-0">
      <div className="min-w-0 py-1">
        <span className="block break-words font-medium">{email}</span>
        <span className="block text-muted-foreground text-table">
          {isExpired ? t("invitationExpired") : t("invitedUntil", { until })}
        </span>
      </div>
      <Button
        size="small"
        variant="ghost"
        className="-mr-2.5"
        disabled={renew.isPending}
        onClick={() => renew.mutate({ tenantId, invitationId: id })}
      >
        {t("newLink")}
      </Button>
      <Dialog open={renew.data !== undefined} onOpenChange={() => renew.reset()}>
        <DialogContent aria-describedby={undefined}>
          <DialogTitle>{t("linkFor", { email })}</DialogTitle>
          {renew.data && <InvitationShown invitation={renew.data} />}
        </DialogContent>
      </Dialog>
    </li>
  );
}
