import type { Queryable } from "@/server/db";
import { offers, spokenConfirmations } from "@/server/db/schema";
import type { DemoBusiness } from "./businesses";
import type { DemoConversation } from "./conversations";
import type { PlannedCall } from "./plan-calls";
import type { SeededBusiness } from "./seeded";

const chunk = 500;

/** What was offered in the calls and kept meanwhile, each at its second, and the words with which it was taken. */
export async function seedOffers(
  db: Queryable,
  business: DemoBusiness,
  { tenantId, serviceIds, staffIds, branchIds }: SeededBusiness,
  planned: PlannedCall[],
  callIds: number[],
): Promise<void> {
  const rows = planned.flatMap(({ about, conversation, startedAt }, i) => {
    const offeredMs = answeredMs(conversation, "check_availability");
    if (!conversation.offerMade || offeredMs === undefined) return [];
    return {
      tenantId,
      callId: callIds[i] as number,
      code: "demo",
      serviceId: serviceIds[about.service] as number,
      staffId: staffIds[about.staff] as number,
      furtherStaffIds: [],
      branchId: branchIds[about.branch] as number,
      startTime: about.start,
      endTime: about.end,
      priceCents: business.services[about.service]?.priceCents ?? 0,
      source: business.calendarSource,
      heldAt: new Date(startedAt.getTime() + offeredMs),
      createdAt: new Date(startedAt.getTime() + offeredMs),
    };
  });
  for (let i = 0; i < rows.length; i += chunk) await db.insert(offers).values(rows.slice(i, i + chunk));

  const yeses = planned.flatMap(({ conversation, startedAt, makes }, i) => {
    const bookedMs = answeredMs(conversation, "book_appointment");
    const yes = conversation.turns.findLast(
      ({ role, endMs }) => role === "user" && bookedMs !== undefined && endMs <= bookedMs,
    );
    if (!makes || !yes) return [];
    return {
      tenantId,
      callId: callIds[i] as number,
      action: "book" as const,
      decision: "agreed" as const,
      utterance: yes.content,
      atMs: yes.endMs,
      createdAt: new Date(startedAt.getTime() + yes.endMs),
    };
  });
  for (let i = 0; i < yeses.length; i += chunk)
    await db.insert(spokenConfirmations).values(yeses.slice(i, i + chunk));
}

function answeredMs({ tools }: DemoConversation, name: string): number | undefined {
  const tool = tools.find((one) => one.name === name);
  return tool && tool.atMs + tool.durationMs;
}
