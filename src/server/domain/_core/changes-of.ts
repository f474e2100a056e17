import type { FieldChange, PlainValue } from "@/contracts/audit-trail";

const longestText = 200;

interface Changes {
  fields: string[];
  changes: FieldChange[];
}

/**
 * Which of `values` differ from what the row has, with what small ones were and are, for the event. Of people only the
 * field is named (`personal`): what somebody's number was is nobody's business once it is corrected. Ids and lists say
 * nothing by themselves and are only named, too.
 */
export function changesOf<Values extends object>(
  row: Values,
  values: Values,
  personal: readonly (keyof Values & string)[] = [],
): Changes {
  const fields = (Object.keys(values) as (keyof Values & string)[]).filter(
    (field) => JSON.stringify(row[field]) !== JSON.stringify(values[field]),
  );
  const changes = fields.flatMap((field) => {
    const [from, to] = [row[field] ?? null, values[field] ?? null];
    const isSaid = !personal.includes(field) && !field.endsWith("Id") && isPlain(from) && isPlain(to);
    return isSaid ? [{ field, from, to }] : [];
  });
  return { fields, changes };
}

const isPlain = (value: unknown): value is PlainValue =>
  value === null ||
  typeof value === "number" ||
  typeof value === "boolean" ||
  (typeof value === "string" && value.length <= longestText);
