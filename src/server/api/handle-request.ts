import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { NextRequest } from "next/server";
import { BodyTooLarge, readBody } from "@/lib/read-body";
import { findUserByCookie } from "@/server/auth/current-user";
import { doorFor } from "@/server/auth/door";
import { sessionCookieName } from "@/server/auth/session-cookie";
import type { ApiContext } from "./context";
import { isOwnPage } from "./own-page";
import { appRouter } from "./root";

const bodyLimit = 1024 * 1024;

/** Every tRPC request over HTTP. The slug is the business the browser is looking at; the door decides. */
export async function handleApiRequest(
  request: Request,
  slug: string,
  expectAgent: ApiContext["expectAgent"],
): Promise<Response> {
  if (!isOwnPage(request)) return refuse(403);
  let body: string | undefined;
  if (request.method === "POST") {
    if (!request.headers.get("content-type")?.startsWith("application/json")) return refuse(415);
    try {
      body = await readBody(request, bodyLimit);
    } catch (error) {
      if (error instanceof BodyTooLarge) return refuse(413);
      throw error;
    }
  }
  const { url, method, headers, signal } = request;
  return fetchRequestHandler({
    endpoint: `/api/trpc/${slug}`,
    req: new Request(url, { method, headers, body, signal }),
    router: appRouter,
    createContext: async () => {
      const cookie = new NextRequest(url, { headers }).cookies.get(sessionCookieName())?.value;
      return { door: doorFor(await findUserByCookie(cookie), slug), expectAgent };
    },
    maxBatchSize: 20,
  });
}

const refuse = (status: number) => new Response(null, { status });
