"use client";

import { CalendarPlus, Phone, RotateCcw, UserCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { formatPhone } from "@/lib/phone-display";
import { useBusiness } from "../business-context";
import { Button } from "../ui/button";
import type { Callback } from "./marks";
import type { CallbackVerbs } from "./use-callback-verbs";

interface DialAndClaimProps {
  callback: Callback;
  verbs: CallbackVerbs;
}

/** Take it on, and call. */
export function DialAndClaim({ callback, verbs }: DialAndClaimProps) {
  const t = useTranslations("callbacks");
  const { can } = useBusiness();
  const input = { callbackId: callback.id };
  if (!can("callbacks:write")) return callback.phone && <Dial phone={callback.phone} />;
  if (callback.completedAt !== null)
    return (
      <Button disabled={verbs.pending} onClick={() => verbs.reopen.mutate(input)}>
        <RotateCcw />
        {t("reopen")}
      </Button>
    );
  if (callback.status === "claimed" && !callback.isMine)
    return (
      <p role="status" className="rounded-control bg-info-soft px-3 py-2 text-info-text">
        {t("somebodyIsOnIt", { name: callback.claimedByName ?? t("somebody") })}
      </p>
    );
  if (!callback.isMine) return <Claim callback={callback} verbs={verbs} />;
  return (
    <div className="flex flex-col gap-3">
      {callback.phone && <Dial phone={callback.phone} primary />}
      {can("appointments:write") && <Book callback={callback} />}
      <p className="flex items-center justify-between gap-3 text-muted-foreground">
        {t("mine")}
        <Button
          size="small"
          variant="ghost"
          disabled={verbs.pending}
          onClick={() => verbs.release.mutate(input)}
        >
          {t("release")}
        </Button>
      </p>
    </div>
  );
}

/** The number is dialled only once the claim stands, so that two people never call at once. */
function Claim({ callback, verbs }: DialAndClaimProps) {
  const t = useTranslations("callbacks");
  const { phone } = callback;
  const claim = (then?: () => void) =>
    verbs.claim.mutate({ callbackId: callback.id }, { onSuccess: () => then?.() });
  return (
    <div className="flex flex-col gap-2">
      {phone && (
        <Button
          variant="primary"
          disabled={verbs.pending}
          onClick={() => claim(() => location.assign(`tel:${phone}`))}
        >
          <Phone />
          {t("claimAndDial", { phone: formatPhone(phone) })}
        </Button>
      )}
      <Button variant={phone ? "secondary" : "primary"} disabled={verbs.pending} onClick={() => claim()}>
        <UserCheck />
        {t("claim")}
      </Button>
    </div>
  );
}

/** What most people called back for; booked, it settles itself. */
function Book({ callback: { customerId, name } }: { callback: Callback }) {
  const t = useTranslations("callbacks");
  const { slug } = useBusiness();
  const whom = new URLSearchParams(customerId === null ? { name: name ?? "" } : { for: String(customerId) });
  return (
    <Button asChild>
      <Link href={`/${slug}/appointments?new=true&${whom}`}>
        <CalendarPlus />
        {t("book")}
      </Link>
    </Button>
  );
}

function Dial({ phone, primary = false }: { phone: string; primary?: boolean }) {
  const t = useTranslations("callbacks");
  return (
    <Button asChild variant={primary ? "primary" : "secondary"}>
      <a href={`tel:${phone}`}>
        <Phone />
        {t("dial", { phone: formatPhone(phone) })}
      </a>
    </Button>
  );
}
