import { hash, verify } from "@node-rs/argon2";

/** argon2id with the library's parameters (19 MiB, 2 passes), which are OWASP's first choice. */
export const hashPassword = (password: string): Promise<string> => hash(password);

let nobody: Promise<string> | undefined;

/** Does the same work whether or not there is such a user, so that the time it takes tells nothing. */
export async function verifyPassword(stored: string | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword("the password of nobody");
  const matches = await verify(stored ?? (await nobody), password);
  return matches && stored !== undefined;
}
