import { root } from "./paths";

/** Something a person can put right; programs print it as it stands, without a stack trace. */
export class Sentence extends Error {
  override readonly name = "Sentence";
}

interface SystemError {
  code?: string;
  path?: string;
  port?: number;
  address?: string;
}

/** What a person can do about an error, in one sentence; undefined when only a stack trace helps. */
export function explain(error: unknown): string | undefined {
  for (let e = error; e instanceof Error; e = e.cause) {
    if (e instanceof Sentence || e.message.startsWith("Configuration is incomplete")) return e.message;
    const { code, path, port, address } = e as SystemError;
    const where = path ?? root;
    if (code?.startsWith("ERR_PARSE_ARGS")) return e.message;
    if (code === "ENOSPC" || code === "EDQUOT") return `The disk is full: ${where} could not be written.`;
    if (code === "EACCES" || code === "EPERM" || code === "EROFS")
      return `Missing right: ${where} cannot be written or opened by this user.`;
    if (code === "EADDRINUSE") return `Port ${port ?? ""} is taken.`;
    if (code === "ECONNREFUSED") return `Nothing answers at ${address ?? "the address"}:${port ?? ""}.`;
    if (code === "ER_ACCESS_DENIED_ERROR") return "The database refuses this user name or password.";
    if (code === "ER_TABLE_EXISTS_ERROR")
      return "The database was made by a version that this one does not follow: npm run demo -- --reset starts the demo over.";
    if (code === "ER_BAD_DB_ERROR")
      return "The database that DATABASE_URL names does not exist: create it first, with character set utf8mb4.";
    if (code === "ER_DBACCESS_DENIED_ERROR") return "The database user may not use this database.";
  }
  return undefined;
}
