import sharp from "sharp";
import { DomainError } from "../_core/errors";

const sidePixels = 512;
/** A camera's picture, but not a small file that unfolds into gigabytes. */
const mostPixels = 50_000_000;

const startsWith = (bytes: Uint8Array, start: readonly number[]) =>
  start.every((byte, index) => bytes[index] === byte);
const isJpeg = (bytes: Uint8Array) => startsWith(bytes, [0xff, 0xd8, 0xff]);
const isPng = (bytes: Uint8Array) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * A portrait as it is kept: upright, square, 512 pixels, WebP, without anything the camera wrote into it. What it is
 * decides its content, never its name or what the sender calls it.
 * @throws DomainError `photo.not_an_image` for anything but a readable JPEG or PNG
 */
export async function shrinkPhoto(bytes: Uint8Array): Promise<Buffer> {
  if (!isJpeg(bytes) && !isPng(bytes)) throw new DomainError("photo.not_an_image", "invalid");
  try {
    return await sharp(bytes, { limitInputPixels: mostPixels, failOn: "error" })
      .autoOrient()
      .resize(sidePixels, sidePixels, { fit: "cover", position: "attention" })
      .webp({ quality: 80 })
      .toBuffer();
  } catch {
    throw new DomainError("photo.not_an_image", "invalid");
  }
}
