import { and, asc, desc, eq, gt, gte, lt, lte, type SQL } from "drizzle-orm";
import { type DeliveryFilter, type DeliveryList, deliveryList } from "@/contracts/webhook-inbox";
import { addDays, instantOf } from "@/lib/plain-date";
import { tenants, webhookInbox } from "@/server/db/schema";
import type { PlatformContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { readCursor, turnPage } from "../_core/turn-page";

const pageRows = 50;
/** So many rows are looked through at once where filters are combined. */
const lookThrough = 1_000;
const operatorZone = "Europe/Berlin";

/** The index that leads to what is asked for, and what has to be looked at in the rows it leads to. */
function routeOf(filter: DeliveryFilter) {
  const { provider, status, type, tenantId } = filter;
  const ways = [
    {
      value: tenantId,
      index: "webhook_inbox_tenant_ix",
      is: tenantId && eq(webhookInbox.tenantId, tenantId),
    },
    { value: type, index: "webhook_inbox_type_ix", is: type && eq(webhookInbox.eventType, type) },
    { value: status, index: "webhook_inbox_status_ix", is: status && eq(webhookInbox.status, status) },
  ].filter(({ value }) => value !== undefined);
  const [way, ...others] = ways;
  const rest = others.map(({ is }) => is as SQL);
  if (provider && !type) rest.push(eq(webhookInbox.provider, provider));
  return { index: way?.index ?? "PRIMARY", way: way?.is as SQL | undefined, rest };
}

/** The inbox, latest first. `next` also leads on where a combination of filters was looked through only in part. */
export async function listDeliveries(ctx: PlatformContext, input: DeliveryList) {
  requirePermission(ctx, "platform:admin");
  const { cursor, ...filter } = deliveryList.parse(input);
  const { key, backwards } = readCursor(cursor);
  const { index, way, rest } = routeOf(filter);
  const reached = and(
    way,
    await withinDays(ctx, filter),
    key === undefined ? undefined : (backwards ? gt : lt)(webhookInbox.id, Number(key)),
  );
  const order = (backwards ? asc : desc)(webhookInbox.id);
  const [end] =
    rest.length === 0
      ? []
      : await ctx.db
          .select({ id: webhookInbox.id })
          .from(webhookInbox, { forceIndex: index })
          .where(reached)
          .orderBy(order)
          .limit(1)
          .offset(lookThrough - 1);
  const found = await ctx.db
    .select({
      id: webhookInbox.id,
      provider: webhookInbox.provider,
      eventType: webhookInbox.eventType,
      status: webhookInbox.status,
      reason: webhookInbox.reason,
      deliveries: webhookInbox.deliveries,
      createdAt: webhookInbox.createdAt,
      tenantName: tenants.name,
    })
    .from(webhookInbox, { forceIndex: index })
    .leftJoin(tenants, eq(tenants.id, webhookInbox.tenantId))
    .where(and(reached, ...rest, end && (backwards ? lte : gte)(webhookInbox.id, end.id)))
    .orderBy(order)
    .limit(pageRows + 1);
  const page = turnPage(found, pageRows, { backwards, positioned: key !== undefined }, (row) => row.id);
  if (found.length > pageRows || !end) return page;
  return backwards ? { ...page, previous: `<${end.id}` } : { ...page, next: `>${end.id}` };
}

/** Ids grow with time, so a stretch of days is a stretch of ids: two rows of an index find its ends. */
async function withinDays(ctx: PlatformContext, { fromDate, toDate }: DeliveryFilter) {
  const firstSince = async (date: string) => {
    const [row] = await ctx.db
      .select({ id: webhookInbox.id })
      .from(webhookInbox, { forceIndex: "webhook_inbox_created_ix" })
      .where(gte(webhookInbox.createdAt, instantOf(date, 0, operatorZone)))
      .orderBy(asc(webhookInbox.createdAt), asc(webhookInbox.id))
      .limit(1);
    return row?.id;
  };
  const [first, after] = await Promise.all([
    fromDate ? firstSince(fromDate) : 0,
    toDate ? firstSince(addDays(toDate, 1)) : undefined,
  ]);
  return and(
    first === undefined ? eq(webhookInbox.id, 0) : gte(webhookInbox.id, first),
    after === undefined ? undefined : lt(webhookInbox.id, after),
  );
}
