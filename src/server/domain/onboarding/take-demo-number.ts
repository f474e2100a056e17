import { randomInt, randomUUID } from "node:crypto";
import { eq, like } from "drizzle-orm";
import { agents, phoneNumbers } from "@/server/db/schema";
import { hasTestCaller } from "@/server/integrations/test-caller/client";
import type { TenantContext } from "../_core/context";
import { DomainError, notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { type Transaction, transact } from "../_core/transact";
import { within } from "../_core/within";
import { writePhoneNumber } from "../phone-numbers/write-phone-number";
import { findFirstBranch } from "./find-first-branch";
import { lockSetup, markStep } from "./setup-row";

/** The Bundesnetzagentur keeps 030 23125-000 to -999 free for films; the demo's own businesses stand below 100. */
const pool = { prefix: "+493023125", from: 100, before: 1000 };

/**
 * A number of the demo, answered at once. Only where simulated callers are: nobody else can ring it.
 * @throws DomainError `setup.not_found`, `setup.no_demo_number`, `branch.not_found`
 */
export async function takeDemoNumber(ctx: TenantContext): Promise<void> {
  requirePermission(ctx, "settings:write");
  if (!hasTestCaller()) throw noDemoNumber();
  await transact(ctx.db, async (tx) => {
    const setup = await lockSetup(ctx, tx);
    const [present] = await tx
      .select({ id: phoneNumbers.id })
      .from(phoneNumbers)
      .where(eq(phoneNumbers.tenantId, ctx.tenant.id))
      .limit(1);
    if (!present) await connect(ctx, tx);
    await markStep(ctx, tx, setup, "number", "done");
  });
}

/** The number with the agent that answers it. */
async function connect(ctx: TenantContext, tx: Transaction): Promise<void> {
  const branch = await findFirstBranch(within(ctx, tx));
  if (!branch) throw notFound("branch");
  const tenantId = ctx.tenant.id;
  const [agent] = await tx
    .insert(agents)
    .values({ tenantId, name: "Telefonassistent", retellAgentId: `agent_demo_${randomUUID()}` })
    .$returningId();
  if (!agent) throw new Error("the new agent has no id");
  const phoneNumber = await findFreeNumber(tx);
  await writePhoneNumber(ctx, tx, { phoneNumber, branchId: branch.id, agentId: agent.id, label: null });
}

/** Whoever else takes the same one in this moment is refused by the unique key, and may try again. */
async function findFreeNumber(tx: Transaction): Promise<string> {
  const rows = await tx
    .select({ phoneNumber: phoneNumbers.phoneNumber })
    .from(phoneNumbers)
    .where(like(phoneNumbers.phoneNumber, `${pool.prefix}%`));
  const taken = new Set(rows.map(({ phoneNumber }) => phoneNumber));
  const free = Array.from(
    { length: pool.before - pool.from },
    (_, i) => `${pool.prefix}${pool.from + i}`,
  ).filter((phoneNumber) => !taken.has(phoneNumber));
  const chosen = free[randomInt(Math.max(free.length, 1))];
  if (!chosen) throw noDemoNumber();
  return chosen;
}

const noDemoNumber = () => new DomainError("setup.no_demo_number", "unavailable");
