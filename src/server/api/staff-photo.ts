import { NextRequest } from "next/server";
import { photoLimitBytes } from "@/contracts/photos";
import { BodyTooLarge, readBytes } from "@/lib/read-body";
import { findUserByCookie } from "@/server/auth/current-user";
import { type Door, doorFor } from "@/server/auth/door";
import { sessionCookieName } from "@/server/auth/session-cookie";
import { errorView } from "@/server/domain/_core/error-view";
import { DomainError, notFound } from "@/server/domain/_core/errors";
import { getPhoto } from "@/server/domain/staff/get-photo";
import { setPhoto } from "@/server/domain/staff/set-photo";
import { nudgeDispatch } from "@/server/events/dispatch";
import { logger } from "@/server/logger";
import { isOwnPage } from "./own-page";
import { httpStatusOf } from "./trpc";

interface PhotoRoute {
  params: Promise<{ tenant: string; id: string }>;
}

/** Kept in the reader's own browser for an hour, never on the way; its address names the image's digest. */
const imageHeaders = {
  "Content-Type": "image/webp",
  "Cache-Control": "private, max-age=3600",
  Vary: "Cookie",
  "Content-Disposition": "inline",
  "Content-Security-Policy": "default-src 'none'; sandbox",
};

/** A colleague's portrait, for people of the business only. */
export async function handlePhotoDownload(request: Request, { params }: PhotoRoute): Promise<Response> {
  const { tenant: slug, id } = await params;
  return answer(await doorOf(request, slug), async (door) => {
    const { image, digest } = await getPhoto(await door.tenant(), readStaffId(id));
    const headers = { ...imageHeaders, ETag: `"${digest}"` };
    if (request.headers.get("if-none-match") === headers.ETag)
      return new Response(null, { status: 304, headers });
    return new Response(new Uint8Array(image), { headers });
  });
}

/** The picture itself is the body; larger ones are cut off while they arrive. */
export async function handlePhotoUpload(request: Request, { params }: PhotoRoute): Promise<Response> {
  const { tenant: slug, id } = await params;
  return answer(await doorOf(request, slug), async (door) => {
    if (!isOwnPage(request)) throw new DomainError("forbidden", "forbidden");
    const ctx = await door.tenant();
    await setPhoto(ctx, readStaffId(id), await readPicture(request));
    nudgeDispatch();
    return new Response(null, { status: 204 });
  });
}

async function readPicture(request: Request): Promise<Uint8Array> {
  try {
    return await readBytes(request, photoLimitBytes);
  } catch (error) {
    throw error instanceof BodyTooLarge ? new DomainError("photo.too_large", "invalid") : error;
  }
}

async function doorOf(request: Request, slug: string): Promise<Door> {
  const { cookies } = new NextRequest(request.url, { headers: request.headers });
  return doorFor(await findUserByCookie(cookies.get(sessionCookieName())?.value), slug);
}

async function answer(door: Door, work: (door: Door) => Promise<Response>): Promise<Response> {
  try {
    return await work(door);
  } catch (error) {
    const view = errorView(error, door.requestId);
    if (view.kind === "internal") logger.error({ err: error, requestId: door.requestId }, "photo failed");
    return Response.json(
      { error: view },
      { status: httpStatusOf(view.kind), headers: { "Cache-Control": "no-store" } },
    );
  }
}

/** An id that cannot be one is the id of nobody. */
function readStaffId(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw notFound("photo");
  return Number(text);
}
