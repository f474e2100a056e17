import { z } from "zod";

const link = z.url().max(2048).nullish().catch(null);
const schema = z.object({ recording_url: link, scrubbed_recording_url: link });

/** The link to the audio in a call as Retell has it, or null. */
export function readRecordingLink(call: unknown): string | null {
  const parsed = schema.safeParse(call);
  return parsed.data?.recording_url ?? parsed.data?.scrubbed_recording_url ?? null;
}
