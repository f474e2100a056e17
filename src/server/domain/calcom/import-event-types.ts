import { and, eq, notInArray } from "drizzle-orm";
import { calcomEventTypes, services, staff } from "@/server/db/schema";
import type { EventTypePayload } from "@/server/integrations/calcom/payloads";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { getCalcomConnection } from "./connection";

const timeoutMs = 15_000;
const fold = (text: string) => text.trim().toLowerCase();

/**
 * Takes over Cal.com's event types. A new one is mapped where name and length name one service and its only host is
 * one of the staff; mappings that people made are never changed.
 * @returns how many event types Cal.com has
 * @throws DomainError `calcom.not_connected`, CalcomError
 */
export async function importEventTypes(ctx: TenantContext): Promise<number> {
  requirePermission(ctx, "settings:write");
  const { client, owner } = await getCalcomConnection(ctx, { timeoutMs, urgency: "background" });
  const found = await client.listEventTypes(owner);
  const tenantId = ctx.tenant.id;
  await transact(ctx.db, async (tx) => {
    const known = await tx
      .select()
      .from(calcomEventTypes)
      .where(eq(calcomEventTypes.tenantId, tenantId))
      .for("update");
    const serviceRows = await tx
      .select({ id: services.id, name: services.name, minutes: services.durationMinutes })
      .from(services)
      .where(and(eq(services.tenantId, tenantId), eq(services.active, true)));
    const staffRows = await tx
      .select({ id: staff.id, name: staff.name, email: staff.email })
      .from(staff)
      .where(and(eq(staff.tenantId, tenantId), eq(staff.active, true)));
    for (const type of found) {
      const row = known.find((candidate) => candidate.calcomId === type.id);
      const service = serviceRows.find(
        (s) => fold(s.name) === fold(type.title) && s.minutes === type.lengthInMinutes,
      );
      const described = {
        title: type.title.slice(0, 255),
        slug: type.slug.slice(0, 255),
        length: type.lengthInMinutes,
        active: true,
      };
      const mapped = {
        serviceId: row?.serviceId ?? service?.id ?? null,
        staffId: row?.staffId ?? onlyHost(type, staffRows),
      };
      await tx
        .insert(calcomEventTypes)
        .values({ tenantId, calcomId: type.id, ...described, ...mapped })
        .onDuplicateKeyUpdate({ set: { ...described, ...mapped } });
    }
    const present = found.map((type) => type.id);
    await tx
      .update(calcomEventTypes)
      .set({ active: false })
      .where(
        and(
          eq(calcomEventTypes.tenantId, tenantId),
          present.length > 0 ? notInArray(calcomEventTypes.calcomId, present) : undefined,
        ),
      );
    await recordEvent(ctx, tx, "calcom.event_types_imported", null, { count: found.length });
  });
  return found.length;
}

/** Cal.com shows hosts of an event type by name, mostly without an address. */
function onlyHost(
  type: EventTypePayload,
  people: { id: number; name: string; email: string | null }[],
): number | null {
  const hosts = type.hosts?.length ? type.hosts : (type.users ?? []);
  const [host] = hosts;
  if (!host || hosts.length > 1) return null;
  const same = people.filter(
    (person) =>
      (host.email && person.email && fold(person.email) === fold(host.email)) ||
      (host.name && fold(person.name) === fold(host.name)),
  );
  return same.length === 1 ? (same[0]?.id ?? null) : null;
}
