/** Who did it, as the audit trail keeps it. */
export type StoredActor =
  | { type: "user"; userId: number; role: string }
  | { type: "apiKey"; apiKeyId: number | null }
  | { type: "voice"; callId: number }
  | { type: "webhook"; provider: string }
  | { type: "job"; name: string };
