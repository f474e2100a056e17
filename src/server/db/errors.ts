interface DriverError {
  errno?: number;
  fatal?: boolean;
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

/** Refused because no such row is the tenant's: the foreign keys hold the tenant, too. */
export const isMissingReference = (error: unknown, constraint: string): boolean => {
  const e = driverError(error);
  return e?.errno === 1452 && e.sqlMessage?.includes(`\`${constraint}\``) === true;
};

/** Deadlock, lock wait timeout, or MariaDB's "record has changed since last read". */
export function isTransient(error: unknown): boolean {
  const errno = driverError(error)?.errno;
  return errno === 1213 || errno === 1205 || errno === 1020;
}

/** Too many connections (1040, 1203), shutting down (1053, 1317), connection killed (1927 MariaDB, 3169 MySQL). */
const awayErrnos = [1040, 1053, 1203, 1317, 1927, 3169];

/**
 * The database cannot be reached or refuses connections: the sender should try again later. The driver calls every
 * error `fatal` that ended or prevented a connection, a rollback on a lost one included.
 */
export function isUnavailable(error: unknown): boolean {
  for (let e = error; e instanceof Error; e = e.cause) {
    const { fatal, errno = 0 } = e as DriverError;
    if (fatal || awayErrnos.includes(errno)) return true;
  }
  return false;
}
