/** Only a path of this very site: "//host", "/\host" and anything with a scheme would lead away. */
export function safeNextPath(next: string | string[] | undefined): string | undefined {
  if (typeof next !== "string" || !next.startsWith("/")) return undefined;
  const base = "http://same.invalid";
  if (!URL.canParse(next, base)) return undefined;
  const url = new URL(next, base);
  if (url.origin !== base || url.pathname.startsWith("//") || url.pathname.startsWith("/sign-in"))
    return undefined;
  return url.pathname + url.search + url.hash;
}
