/**
 * An error for the log. Drizzle's and mysql2's own carry the statement with all its values, which would put
 * people's data there; the innermost cause says what went wrong without them.
 */
export function describeError(error: unknown): {
  name: string;
  message: string;
  code?: string;
  stack?: string;
} {
  if (!(error instanceof Error)) return { name: "unknown", message: String(error) };
  if (error.cause instanceof Error) return describeError(error.cause);
  const { name, message, stack } = error;
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  return { name, message, code, stack };
}
