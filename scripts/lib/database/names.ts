import { Sentence } from "../sentence";

/** The name of the database in a `mysql://…/name` address. */
export const databaseName = (url: string) => decodeURIComponent(new URL(url).pathname.slice(1));

export function withDatabaseName(url: string, name: string): string {
  const result = new URL(url);
  result.pathname = `/${name}`;
  return result.toString();
}

/** Tests create and drop: they may only ever do so in a database that says of itself that it is one for tests. */
export function assertTestDatabase(url: string): void {
  const name = databaseName(url);
  if (!name.endsWith("_test"))
    throw new Sentence(`Tests refuse the database "${name}": the name of a test database ends in _test.`);
}

/** No program of this repository deletes data where NODE_ENV says production. */
export function assertNotProduction(what: string, environment: NodeJS.ProcessEnv = process.env): void {
  if (environment.NODE_ENV === "production")
    throw new Sentence(`${what} is refused: NODE_ENV is production, and no program deletes data there.`);
}
