import mysql from "mysql2/promise";
import { sendTogether } from "./patient-pool";

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
    // For `together`; values never become text of a statement but through the driver's own escaping.
    multipleStatements: true,
    // Drizzle's errors say where a query was made; noting it for each that succeeds takes a tenth of its time.
    trace: false,
  });
  pool.on("connection", (connection) => {
    connection.query("SET time_zone = '+00:00'");
    connection.query("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED");
    // The driver escapes with backslashes; where a server does not read them so, a value could end its own quotes.
    connection.query("SET SESSION sql_mode = REPLACE(@@sql_mode, 'NO_BACKSLASH_ESCAPES', '')");
  });
  return sendTogether(pool);
}
