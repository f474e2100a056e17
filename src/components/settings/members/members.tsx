"use client";

import { useQuery } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/trpc/client";
import { FormSheet } from "../../form/form-sheet";
import { PageSkeleton } from "../../page-skeleton";
import { QueryErrorState } from "../../query-error-state";
import { Section } from "../../section";
import { Button } from "../../ui/button";
import { InvitationRow } from "./invitation-row";
import { MemberRow } from "./member-row";

const InviteForm = dynamic(() => import("./invite-form").then((module) => module.InviteForm));

/** Who may sign in to the business, and who was asked to. */
export function Members() {
  const t = useTranslations("members");
  const trpc = useTRPC();
  const query = useQuery(trpc.members.list.queryOptions());
  const invited = useQuery(trpc.members.invitations.queryOptions());
  if (!query.data) return query.isError ? <QueryErrorState query={query} /> : <PageSkeleton headless />;
  return (
    <div className="flex max-w-3xl flex-col gap-10">
      <Section
        title={t("title")}
        aside={
          <FormSheet
            title={t("invite.title")}
            description={t("invite.text")}
            trigger={
              <Button size="small" variant="primary">
                <UserPlus />
                {t("invite.action")}
              </Button>
            }
          >
            {(close) => <InviteForm onDone={close} />}
          </FormSheet>
        }
      >
        <ul>
          {query.data.map((member) => (
            <MemberRow key={member.id} member={member} />
          ))}
        </ul>
      </Section>
      {invited.isError && !invited.data && <QueryErrorState query={invited} />}
      {invited.data && invited.data.length > 0 && (
        <Section title={t("invitations.title")}>
          <ul>
            {invited.data.map((invitation) => (
              <InvitationRow key={invitation.id} invitation={invitation} />
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}
