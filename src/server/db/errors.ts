interface DriverError {
  code?: string;
  errno?: number;
  sqlMessage?: string;
}

/** Drizzle wraps the driver's error as `cause`; the driver's own fields are what we can rely on. */
function driverError(error: unknown): DriverError | undefined {
  for (let e = error; e instanceof Error; e = e.cause) {
    if ("errno" in e || "sqlMessage" in e) return e as DriverError;
  }
  return undefined;
}

/** The unique key's name ends the message on both databases: key 'slot_uq' or key 'table.slot_uq'. */
export function isDuplicateKey(error: unknown, constraint?: string): boolean {
  const e = driverError(error);
  if (e?.errno !== 1062) return false;
  return constraint === undefined || new RegExp(`(^|[.'])${constraint}'`).test(e.sqlMessage ?? "");
}

/** Deadlock, lock wait timeout, or MariaDB's "record has changed since last read". */
export function isTransient(error: unknown): boolean {
  const errno = driverError(error)?.errno;
  return errno === 1213 || errno === 1205 || errno === 1020;
}

/** The database cannot be reached or refuses connections: the sender should try again later. */
export function isUnavailable(error: unknown): boolean {
  const e = driverError(error);
  const code = e?.code ?? (error as DriverError | undefined)?.code ?? "";
  return (
    /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND|PROTOCOL_CONNECTION_LOST|PROTOCOL_SEQUENCE_TIMEOUT)$/.test(
      code,
    ) ||
    e?.errno === 1040 ||
    e?.errno === 1053
  );
}
