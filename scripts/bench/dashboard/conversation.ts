import { and, eq } from "drizzle-orm";
import { callUtterances } from "@/server/db/schema";
import type { TenantContext } from "@/server/domain/_core/context";

const turns = 60;
const turnMs = 3_000;
const said = {
  agent:
    "Am Dienstag, dem vierundzwanzigsten November, hätte ich um vierzehn Uhr dreißig bei Frau Weber etwas frei.",
  user: "Das ist mir leider zu früh, da bin ich noch bei der Arbeit, geht es auch nach siebzehn Uhr?",
};

/** Gives a call, which the seed leaves without words, three minutes of them as Retell sends them. */
export async function holdConversation({ db, tenant }: TenantContext, callId: number): Promise<void> {
  await db
    .delete(callUtterances)
    .where(and(eq(callUtterances.tenantId, tenant.id), eq(callUtterances.callId, callId)));
  await db.insert(callUtterances).values(
    Array.from({ length: turns }, (_, position) => {
      const role = position % 2 === 0 ? ("agent" as const) : ("user" as const);
      const startMs = position * turnMs;
      const spoken = said[role].split(" ");
      const wordMs = turnMs / spoken.length;
      const words = spoken.map((word, i) => ({
        word,
        startMs: Math.round(startMs + i * wordMs),
        endMs: Math.round(startMs + (i + 1) * wordMs),
      }));
      const whole = { tenantId: tenant.id, callId, position, role, content: said[role], words };
      return { ...whole, startMs, endMs: startMs + turnMs };
    }),
  );
}
