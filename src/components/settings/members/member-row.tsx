"use client";

import { ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useBusiness } from "../../business-context";
import { RelativeTime } from "../../relative-time";
import { Badge } from "../../ui/badge";
import { MemberMenu } from "./member-menu";
import type { Member } from "./outputs";

export function MemberRow({ member }: { member: Member }) {
  const t = useTranslations("members");
  const terms = useTranslations("terms.role");
  const { timeZone } = useBusiness();
  const { name, email, role, status, lastSignInAt, hasTwoFactor, isMe } = member;
  return (
    <li className="flex items-center justify-between gap-4 border-t py-2 first:border-t-0">
      <div className="min-w-0 flex-1 py-1">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="break-words font-medium">{name}</span>
          {isMe && <Badge tone="primary">{t("you")}</Badge>}
          {status === "disabled" && <Badge tone="warning">{t("disabled")}</Badge>}
          {hasTwoFactor && (
            <Badge tone="success">
              <ShieldCheck aria-hidden="true" />
              {t("twoFactor")}
            </Badge>
          )}
        </span>
        <span className="block break-words text-muted-foreground text-table">{email}</span>
        <span className="block text-muted-foreground text-table">
          <span className="md:hidden">{terms(role)} · </span>
          {t("lastSignIn")}:{" "}
          {lastSignInAt ? <RelativeTime value={lastSignInAt} timeZone={timeZone} /> : t("never")}
        </span>
      </div>
      <span className="hidden w-28 shrink-0 md:block">{terms(role)}</span>
      <MemberMenu member={member} />
    </li>
  );
}
