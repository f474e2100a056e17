import type { StoredActor } from "@/contracts/actors";
import type { Queryable } from "@/server/db";
import { insertion } from "@/server/db/insert-rows";
import { events } from "@/server/db/schema";
import { later } from "@/server/db/together";
import { type EventData, type EventType, eventCatalogue } from "./catalogue";

export interface EventSource {
  tenantId: string | null;
  actor: StoredActor;
  requestId: string;
}

/** What changes who comes in; of everything else it does not matter where somebody sat, and is not kept. */
const aboutAccess = /^(user|api_key|invitation)\./;

function kept(type: EventType, actor: StoredActor): StoredActor {
  if (actor.type !== "user" || aboutAccess.test(type)) return actor;
  const { from: _from, ...person } = actor;
  return person;
}

/**
 * Appends one fact, inside the transaction that makes it true. `entityId` is the row the timeline shows it under.
 * The queue learns of it after the commit: call `nudgeDispatch` from events/dispatch, or let the sweeper find it.
 */
export async function appendEvent<T extends EventType>(
  tx: Queryable,
  source: EventSource,
  type: T,
  entityId: number | null,
  data: EventData<T>,
): Promise<void> {
  const event = {
    tenantId: source.tenantId,
    type,
    entityType: type.slice(0, type.indexOf(".")),
    entityId,
    data: eventCatalogue[type].parse(data),
    actor: kept(type, source.actor),
    actorUserId: source.actor.type === "user" ? source.actor.userId : null,
    requestId: source.requestId,
  };
  await tx.execute(later(insertion(events, [event])));
}
