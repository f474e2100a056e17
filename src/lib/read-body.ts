export class BodyTooLarge extends Error {
  override readonly name = "BodyTooLarge";
}

/**
 * The raw body, counted while it streams in: a sender that lies about its length, or gives none, never fills the
 * memory. @throws BodyTooLarge beyond `limitBytes`
 */
export async function readBytes(request: Request, limitBytes: number): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > limitBytes) throw new BodyTooLarge();
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks, size);
    size += value.byteLength;
    if (size > limitBytes) {
      await reader.cancel();
      throw new BodyTooLarge();
    }
    chunks.push(value);
  }
}

/** The same as UTF-8 text. @throws BodyTooLarge beyond `limitBytes` */
export const readBody = async (request: Request, limitBytes: number): Promise<string> =>
  new TextDecoder().decode(await readBytes(request, limitBytes));
