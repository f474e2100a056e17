import { Column, is, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { SelectResultFields } from "drizzle-orm/query-builders/select.types";
import type { TenantContext } from "../_core/context";

type Fields = Record<string, Column | SQL.Aliased>;

/**
 * Several selects of the same columns in one statement, side by side. The query builder would nest them, and every
 * level of that is read anew.
 */
export async function readTogether<Columns extends Fields>(
  ctx: TenantContext,
  columns: Columns,
  selects: readonly SQLWrapper[],
): Promise<SelectResultFields<Columns>[]> {
  const united = sql.join(
    selects.map((select) => sql`(${select.getSQL()})`),
    sql` union all `,
  );
  const [rows] = await ctx.db.execute(united);
  const fields = Object.entries(columns);
  return (rows as unknown as Record<string, unknown>[]).map(
    (row) =>
      Object.fromEntries(
        fields.map(([key, field]) => [key, readValue(row, field)]),
      ) as SelectResultFields<Columns>,
  );
}

function readValue(row: Record<string, unknown>, field: Column | SQL.Aliased): unknown {
  if (!is(field, Column)) return row[field.fieldAlias];
  const value = row[field.name];
  return value === null ? null : field.mapFromDriverValue(value);
}
