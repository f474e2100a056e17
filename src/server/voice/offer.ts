import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import type { Slot } from "@/contracts/appointments";
import { env } from "@/env";

/** The values an offer stands for; everything else is read again when it is booked. */
export interface Offer {
  serviceId: number;
  staffId: number;
  branchId: number;
  start: Date;
}

/** An offer is only worth something in the call it was made in. */
export interface OfferScope {
  tenantId: string;
  callId: number;
}

/**
 * Short and in lower case, because a language model copies it: four numbers in base 36 (start in minutes) and a
 * signature over them, the tenant and the call.
 */
export function issueOffer(scope: OfferScope, slot: Pick<Slot, keyof Offer>): string {
  const minute = slot.start.getTime() / 60_000;
  const body = [slot.serviceId, slot.staffId, slot.branchId, minute].map((n) => n.toString(36)).join("-");
  return `${body}-${sign(scope, body)}`;
}

/** The offer, or undefined for a token that is broken, forged, or from another call or tenant. */
export function readOffer(scope: OfferScope, token: string): Offer | undefined {
  const match = /^((?:[0-9a-z]{1,11}-){4})([0-9a-f]{16})$/.exec(token.trim().toLowerCase());
  if (!match?.[1] || !match[2]) return undefined;
  const body = match[1].slice(0, -1);
  if (!timingSafeEqual(Buffer.from(match[2]), Buffer.from(sign(scope, body)))) return undefined;
  const [serviceId, staffId, branchId, minute] = body.split("-").map((part) => Number.parseInt(part, 36)) as [
    number,
    number,
    number,
    number,
  ];
  return { serviceId, staffId, branchId, start: new Date(minute * 60_000) };
}

function sign({ tenantId, callId }: OfferScope, body: string): string {
  return createHmac("sha256", offerKey()).update(`${tenantId}:${callId}:${body}`).digest("hex").slice(0, 16);
}

let derived: Buffer | undefined;

/** A key of its own, so that no token signed for another purpose can pass as an offer. */
function offerKey(): Buffer {
  derived ??= Buffer.from(hkdfSync("sha256", env.AUTH_SECRET, "", "voice-offer", 32));
  return derived;
}
