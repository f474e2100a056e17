import type { Queryable } from ".";

/**
 * A query with placeholders, put together once per database: for a long statement that takes longer than running it.
 * In a transaction, which is its own database to Drizzle, it is put together anew.
 */
export function preparedOnce<Query>(prepare: (db: Queryable) => Query): (db: Queryable) => Query {
  const known = new WeakMap<Queryable, Query>();
  return (db) => {
    const query = known.get(db) ?? prepare(db);
    known.set(db, query);
    return query;
  };
}
