import { encode } from "next-auth/jwt";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import type { Role } from "@/contracts/permissions";
import { env } from "@/env";
import { sessionCookieName } from "@/server/auth/session-cookie";
import { createBusiness } from "@/test/factories";
import { createPerson, signedIn } from "@/test/people";
import { handlePhotoDownload, handlePhotoUpload } from "./staff-photo";

const origin = "http://localhost:3000";

async function cookieOf(tenantId: string, role: Role = "owner") {
  const { sessionId } = await signedIn(await createPerson(tenantId, role));
  return `${sessionCookieName()}=${await encode({ token: { sessionId }, secret: env.AUTH_SECRET })}`;
}

async function open(role: Role = "owner") {
  const { ctx, staffIds } = await createBusiness();
  const cookie = await cookieOf(ctx.tenant.id, role);
  const staffId = staffIds[0] as number;
  const route = (slug = ctx.tenant.slug, id: string | number = staffId) => ({
    params: Promise.resolve({ tenant: slug, id: String(id) }),
  });
  const put = (body: Uint8Array | string, headers: Record<string, string> = {}) =>
    handlePhotoUpload(
      new Request(`${origin}/photo`, {
        method: "PUT",
        headers: { cookie, origin, "content-type": "image/png", ...headers },
        body: body as BodyInit,
      }),
      route(),
    );
  const get = (headers: Record<string, string> = {}, at = route()) =>
    handlePhotoDownload(new Request(`${origin}/photo`, { headers: { cookie, ...headers } }), at);
  return { ctx, staffId, route, put, get };
}

const picture = (width = 900, height = 600) =>
  sharp({ create: { width, height, channels: 3, background: "#386" } });

const codeOf = async (response: Response) => (await response.json()).error.code;

describe("a photo", () => {
  test("comes back small, square and without what the camera wrote, to its own people", async () => {
    const { put, get } = await open();
    const taken = await picture()
      .withExif({ IFD0: { Copyright: "secret place", Make: "Camera" } })
      .jpeg()
      .toBuffer();
    expect(taken.includes("secret place"), "control: the camera's words are in the upload").toBe(true);
    expect((await put(taken)).status).toBe(204);
    const answer = await get();
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("image/webp");
    expect(answer.headers.get("cache-control")).toMatch(/^private/);
    const image = Buffer.from(await answer.arrayBuffer());
    const { width, height, format, exif } = await sharp(image).metadata();
    expect({ width, height, format, exif }).toEqual({
      width: 512,
      height: 512,
      format: "webp",
      exif: undefined,
    });
    expect(image.includes("secret place")).toBe(false);
    expect(image.byteLength).toBeLessThan(100_000);
    const again = await get({ "if-none-match": answer.headers.get("etag") ?? "" });
    expect(again.status).toBe(304);
  });

  test("is turned upright as the camera meant it", async () => {
    const { put, get } = await open();
    const half = await picture(600, 300).extend({ bottom: 300, background: "#f00" }).png().toBuffer();
    await put(await sharp(half).withMetadata({ orientation: 3 }).jpeg().toBuffer());
    const { data } = await sharp(Buffer.from(await (await get()).arrayBuffer()))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(data[0], "red was below and is above now").toBeGreaterThan(200);
  });

  test.each([
    ["a page that calls itself PNG", () => "<html><script>alert(1)</script></html>"],
    ["a drawing that could run code", () => '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ["an animation", () => picture().gif().toBuffer()],
    ["a picture's first bytes and nothing behind", () => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0])],
    ["a page behind a picture's first bytes", () => `\u0089PNG\r\n\u001a\n<html>`],
    ["nothing", () => ""],
  ])("%s is refused", async (_, make) => {
    const { put, get } = await open();
    const answer = await put(await make());
    expect(answer.status).toBe(422);
    expect(await codeOf(answer)).toBe("photo.not_an_image");
    expect((await get()).status).toBe(404);
  });

  test("of ten megabytes is cut off, and so is one that lies about its length", async () => {
    const { put } = await open();
    const large = new Uint8Array(10 * 1024 * 1024).fill(0xff);
    expect(await codeOf(await put(large))).toBe("photo.too_large");
    expect(await codeOf(await put("x", { "content-length": "99999999" }))).toBe("photo.too_large");
  });

  test("that is small but unfolds into gigapixels is refused", async () => {
    const { put } = await open();
    const bomb = await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: "#000" } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.byteLength, "control: it is small enough to be sent").toBeLessThan(2 * 1024 * 1024);
    expect(await codeOf(await put(bomb))).toBe("photo.not_an_image");
  });

  test("does not exist for strangers, whoever they are and whichever door they try", async () => {
    const [mine, theirs] = [await open(), await open()];
    await mine.put(await picture().png().toBuffer());
    expect((await mine.get()).status, "control").toBe(200);
    expect((await theirs.get({}, mine.route())).status).toBe(404);
    expect((await theirs.get({}, theirs.route(undefined, mine.staffId))).status).toBe(404);
    expect((await mine.get({ cookie: "" })).status).toBe(401);
    expect((await mine.get({}, mine.route(undefined, "../1"))).status).toBe(404);
  });

  test("is set by those who may, and from our own pages", async () => {
    const image = await picture().png().toBuffer();
    const counter = await open("staff");
    expect((await counter.put(image)).status).toBe(403);
    const owner = await open();
    expect((await owner.put(image, { origin: "https://evil.test" })).status).toBe(403);
    expect((await owner.get()).status).toBe(404);
  });
});
