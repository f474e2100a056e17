"use client";

import { useTranslations } from "next-intl";
import { useBusiness } from "../../business-context";
import { useTimeText } from "../../time";
import { Button } from "../../ui/button";
import { ShownOnce } from "../shown-once";

interface InvitationLinkProps {
  invitation: { link: string; expiresAt: Date };
  onDone: () => void;
}

export function InvitationLink({ invitation: { link, expiresAt }, onDone }: InvitationLinkProps) {
  const t = useTranslations("members.link");
  const { timeZone } = useBusiness();
  const until = useTimeText({ value: expiresAt, timeZone });
  return (
    <>
      <ShownOnce label={t("label")} text={link} hint={t("text", { until })} />
      <Button variant="primary" className="md:self-start" onClick={onDone}>
        {t("done")}
      </Button>
    </>
  );
}
