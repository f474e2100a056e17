/** Where to go after signing in: a path on this site, or the fallback. Never an address somebody else chose. */
export function safeNextPath(next: string | null | undefined, fallback: string): string {
  return next && /^\/(?![/\\])[^\\\s]*$/.test(next) && !next.startsWith("/sign-in") ? next : fallback;
}
