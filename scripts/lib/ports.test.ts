import { createServer } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { findFreePort, isPortFree, parsePort } from "./ports";

const servers: ReturnType<typeof createServer>[] = [];

async function occupy(host: string, port = 0): Promise<number> {
  const server = createServer();
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

describe("ports", () => {
  test.each(["127.0.0.1", "0.0.0.0"])("one that is taken on %s is not free", async (host) => {
    expect(await isPortFree(await occupy(host))).toBe(false);
  });

  test("the preferred one is taken when it is free, another one otherwise", async () => {
    const free = await findFreePort();
    expect(await findFreePort(free)).toBe(free);
    await occupy("127.0.0.1", free);
    expect(await findFreePort(free)).not.toBe(free);
  });

  test("the command line's has to be one", () => {
    expect(parsePort("4000")).toBe(4000);
    for (const text of ["", "0", "65536", "4000x", "-1", "1.5"])
      expect(() => parsePort(text), text).toThrow(/port/);
  });
});
