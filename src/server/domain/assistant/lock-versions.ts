import { eq } from "drizzle-orm";
import { isDuplicateKey } from "@/server/db/errors";
import { assistantVersions } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { type Transaction, transact } from "../_core/transact";

export interface VersionHead {
  id: number;
  number: number;
  revision: number;
}

export interface Versions {
  draft: VersionHead | undefined;
  /** Oldest first. */
  published: VersionHead[];
  /** Number of the version in force; 0 where there is none. */
  current: number;
}

export const changedMeanwhile = () => new DomainError("assistant.changed_meanwhile", "conflict");

/**
 * One transaction over a business's versions, all of them locked first. Where there is no row to lock yet, the unique
 * number keeps two writers apart.
 * @throws DomainError `assistant.changed_meanwhile`
 */
export async function withVersions<T>(
  ctx: TenantContext,
  work: (tx: Transaction, versions: Versions) => Promise<T>,
): Promise<T> {
  const { id, number, revision } = assistantVersions;
  try {
    return await transact(ctx.db, async (tx) => {
      const rows = await tx
        .select({ id, number, revision })
        .from(assistantVersions)
        .where(eq(assistantVersions.tenantId, ctx.tenant.id))
        .orderBy(number)
        .for("update");
      const published = rows.filter((row) => row.number > 0);
      const draft = rows.find((row) => row.number === 0);
      return work(tx, { draft, published, current: published.at(-1)?.number ?? 0 });
    });
  } catch (error) {
    if (isDuplicateKey(error, "assistant_versions_number_uq")) throw changedMeanwhile();
    throw error;
  }
}
