type SnakeCase<S extends string> = S extends `${infer Head}${infer Tail}`
  ? `${Head extends Lowercase<Head> ? Head : `_${Lowercase<Head>}`}${SnakeCase<Tail>}`
  : S;

type WithoutDates<T> = Exclude<T, Date> | (Extract<T, Date> extends never ? never : string);

export type Snaked<Row> = { [Key in keyof Row & string as SnakeCase<Key>]: WithoutDates<Row[Key]> };

/** A row as the documented column names show it: snake_case keys, instants as ISO 8601 in UTC. One level deep. */
export function toSnakeCase<Row extends object>(row: Row): Snaked<Row> {
  const entries = Object.entries(row).map(([key, value]) => [
    key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    value instanceof Date ? value.toISOString() : value,
  ]);
  return Object.fromEntries(entries);
}
