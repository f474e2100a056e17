export class BodyTooLarge extends Error {
  override readonly name = "BodyTooLarge";
}

/**
 * The raw body as UTF-8 text, counted while it streams in: a sender that lies about its length, or gives none,
 * never fills the memory. @throws BodyTooLarge beyond `limitBytes`
 */
export async function readBody(request: Request, limitBytes: number): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > limitBytes) throw new BodyTooLarge();
  if (!request.body) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limitBytes) {
      await reader.cancel();
      throw new BodyTooLarge();
    }
    chunks.push(value);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
