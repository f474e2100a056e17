/** Which of `values` differ from what the row has. */
export const changedFields = <Values extends object>(row: Values, values: Values): string[] =>
  (Object.keys(values) as (keyof Values & string)[]).filter(
    (field) => JSON.stringify(row[field]) !== JSON.stringify(values[field]),
  );
