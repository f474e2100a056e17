import { toE164 } from "@/lib/phone";

/** E.164, or null for callers who hide their number: "anonymous", "unknown", "restricted", empty or missing. */
export const callerNumber = (raw: string | null | undefined): string | null => toE164(raw) ?? null;
