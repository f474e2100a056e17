"use client";

import { useTranslations } from "next-intl";
import { ShownOnce } from "@/components/settings/shown-once";
import { useTimeText } from "@/components/time";
import { platformTimeZone } from "../platform-time-zone";

/** Nothing is sent: whoever made it hands the link on. */
export function InvitationShown({ invitation }: { invitation: { link: string; expiresAt: Date } }) {
  const t = useTranslations("platform.tenants.invitation");
  const until = useTimeText({ value: invitation.expiresAt, timeZone: platformTimeZone });
  return <ShownOnce label={t("label")} text={invitation.link} hint={t("text", { until })} />;
}
