import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { BodyTooLarge, readBody } from "@/lib/read-body";
import { authOptions } from "./options";

const bodyLimit = 16 * 1024;

/** next-auth's own routes (sign in, sign out, CSRF token), with the body bounded: it would read anything. */
export async function handleAuthRequest(
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  if (request.method !== "POST") return NextAuth(request, context, authOptions());
  try {
    const { url, headers } = request;
    const body = await readBody(request, bodyLimit);
    return NextAuth(new NextRequest(url, { method: "POST", headers, body }), context, authOptions());
  } catch (error) {
    if (error instanceof BodyTooLarge) return new Response(null, { status: 413 });
    throw error;
  }
}
