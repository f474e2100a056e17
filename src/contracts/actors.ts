import type { SeenFrom } from "@/lib/seen-from";

/** Who did it, as the audit trail keeps it. */
export type StoredActor =
  | { type: "user"; userId: number; role: string; from?: SeenFrom }
  | { type: "apiKey"; apiKeyId: number | null }
  | { type: "voice"; callId: number }
  | { type: "webhook"; provider: string }
  | { type: "job"; name: string };
