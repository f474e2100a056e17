import { env } from "@/env";

/** Cookies come along from any page; only our own pages may use them. Browsers cannot forge these two headers. */
export function isOwnPage(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site && site !== "same-origin" && site !== "none") return false;
  const origin = request.headers.get("origin");
  if (!origin) return true;
  if (origin === new URL(env.APP_URL).origin) return true;
  return URL.canParse(origin) && new URL(origin).host === request.headers.get("host");
}
