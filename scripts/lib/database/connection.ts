import mysql from "mysql2/promise";
import { databaseName, withDatabaseName } from "./names";

/** A short-lived connection to the server of `url`, without choosing a database. */
export async function withConnection<T>(
  url: string,
  run: (connection: mysql.Connection) => Promise<T>,
): Promise<T> {
  const connection = await mysql.createConnection({
    uri: withDatabaseName(url, ""),
    timezone: "Z",
    connectTimeout: 5_000,
  });
  try {
    return await run(connection);
  } finally {
    connection.destroy();
  }
}

export const createDatabase = (url: string) =>
  withConnection(url, (connection) =>
    connection.query(
      `CREATE DATABASE IF NOT EXISTS ${mysql.escapeId(databaseName(url))} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`,
    ),
  );

/** Callers have made sure before that this data may go. */
export const dropDatabase = (url: string) =>
  withConnection(url, (connection) =>
    connection.query(`DROP DATABASE IF EXISTS ${mysql.escapeId(databaseName(url))}`),
  );

export async function answers(url: string): Promise<boolean> {
  try {
    await withConnection(url, (connection) => connection.query("SELECT 1"));
    return true;
  } catch {
    return false;
  }
}
