import { type NextRequest, NextResponse } from "next/server";
import { pathHeader } from "@/server/auth/path-header";
import { sessionCookieName } from "@/server/auth/session-cookie";

/**
 * Spares strangers a page they could not see. It looks only whether there is a session cookie: what the cookie is
 * worth is decided by the page (`requirePage`), at the same request.
 */
export function proxy(request: NextRequest) {
  const path = request.nextUrl.pathname + request.nextUrl.search;
  if (!request.cookies.has(sessionCookieName())) {
    const signIn = new URL("/sign-in", request.url);
    if (path !== "/") signIn.searchParams.set("next", path);
    return NextResponse.redirect(signIn);
  }
  const headers = new Headers(request.headers);
  headers.set(pathHeader, path);
  return NextResponse.next({ request: { headers } });
}

/** Never api (webhook bodies must arrive untouched), the pages for strangers, or anything with a file's name. */
export const config = { matcher: ["/((?!api/|sign-in|sign-up|invitation/|_next/|.*\\..*).*)"] };
