import mysql from "mysql2/promise";

/**
 * A pool whose every connection speaks UTC and READ COMMITTED.
 * A lock taken first is only worth something if later reads see what was committed before it.
 */
export function createPool(url: string, connectionLimit: number) {
  const pool = mysql.createPool({
    uri: url,
    connectionLimit,
    timezone: "Z",
    charset: "utf8mb4_unicode_ci",
    supportBigNumbers: true,
    connectTimeout: 5_000,
    maxIdle: connectionLimit,
    enableKeepAlive: true,
  });
  pool.on("connection", (connection) => {
    connection.query("SET time_zone = '+00:00'");
    connection.query("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED");
  });
  return pool;
}
