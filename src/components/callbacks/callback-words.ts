import { formatPhone } from "@/lib/phone-display";
import type { Callback } from "./marks";

/** What it is about and when it suits, in one line. */
export const wishOf = (callback: Callback, wish: (time: string) => string) =>
  [callback.reason, callback.preferredTime && wish(callback.preferredTime)].filter(Boolean).join(" · ");

export const nameOf = (callback: Callback) =>
  callback.name ?? callback.customerName ?? (callback.phone ? formatPhone(callback.phone) : undefined);
