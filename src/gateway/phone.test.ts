import { type ChildProcess, spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";

const ended: (() => void)[] = [];
afterEach(() => {
  for (const end of ended.splice(0)) end();
});

/** Stands where Next does. */
async function startWeb(listener: RequestListener): Promise<Server> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  ended.push(() => server.close() && server.closeAllConnections());
  return server;
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

/** A process that answers the phone, as the gateway starts it, with the web on `webPort`. */
async function startPhone(webPort: number): Promise<{ url: string; process: ChildProcess }> {
  const port = await freePort();
  const child = spawn(process.execPath, ["--import", "tsx", "src/gateway/phone.ts", String(webPort)], {
    env: {
      NODE_ENV: "test",
      LOG_LEVEL: "silent",
      PORT: String(port),
      DATABASE_URL: "mysql://nobody@127.0.0.1:1/none_test",
      AUTH_SECRET: "x".repeat(32),
      ENCRYPTION_KEY: Buffer.alloc(32).toString("base64"),
      RETELL_API_KEY: "key_gateway_test",
    },
    stdio: ["ignore", "inherit", "inherit"],
  });
  ended.push(() => child.kill("SIGKILL"));
  const url = `http://127.0.0.1:${port}`;
  await expect.poll(() => fetch(url).catch(() => undefined), { timeout: 20_000 }).toBeDefined();
  return { url, process: child };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const port = portOf(server);
  server.close();
  return port;
}

const bodyOf = async (stream: IncomingMessage) => Buffer.concat(await stream.toArray());

describe("a process that answers the phone", { timeout: 30_000 }, () => {
  test("answers Retell itself, also while the web is gone, and says so to everybody else", async () => {
    const { url } = await startPhone(await freePort());
    const tool = await fetch(`${url}/api/retell/functions/get_context`, { method: "POST", body: "{}" });
    expect([tool.status, await tool.json()]).toEqual([401, { error: { code: "signature.invalid" } }]);
    const webhook = await fetch(`${url}/api/retell/webhook`, { method: "POST", body: "{}" });
    expect(webhook.status).toBe(401);
    for (const [path, method] of [
      ["/", "GET"],
      ["/api/retell/webhook", "GET"],
      ["/api/retell/functions/get_context/more", "POST"],
    ] as const) {
      const other = await fetch(url + path, { method });
      expect([path, other.status, other.headers.get("retry-after")]).toEqual([path, 503, "2"]);
    }
  });

  test("passes everything else on as it came, and the answer as it is given", async () => {
    const seen: {
      url?: string;
      host?: string;
      hash?: string;
      length?: number;
      cookie?: string;
      for?: unknown;
    } = {};
    const web = await startWeb(async (incoming, response) => {
      const body = await bodyOf(incoming);
      const { host, cookie, "x-forwarded-for": client } = incoming.headers;
      const { url } = incoming;
      Object.assign(seen, { url, host, cookie, for: client, length: body.length, hash: hashOf(body) });
      response.writeHead(418, { "set-cookie": ["a=1; Path=/", "b=2"], location: "/elsewhere?x=1" });
      response.end("short and stout");
    });
    const { url } = await startPhone(portOf(web));
    const body = randomBytes(12 * 1024 * 1024);
    const headers = { host: "praxis.example:8443", cookie: "session=1" };
    const outgoing = request(`${url}/a%20b//c?q=%2F&q=2`, { method: "PUT", headers });
    outgoing.end(body);
    const [answer] = (await once(outgoing, "response")) as [IncomingMessage];
    expect(seen).toEqual({
      url: "/a%20b//c?q=%2F&q=2",
      host: "praxis.example:8443",
      cookie: "session=1",
      for: "127.0.0.1",
      length: body.length,
      hash: hashOf(body),
    });
    expect([answer.statusCode, answer.headers["set-cookie"], answer.headers.location]).toEqual([
      418,
      ["a=1; Path=/", "b=2"],
      "/elsewhere?x=1",
    ]);
    expect(String(await bodyOf(answer))).toBe("short and stout");
  });

  test("passes on what is told bit by bit when it is told, and that nobody listens any more", async () => {
    let tellMore = () => {};
    let left = false;
    const web = await startWeb((incoming, response) => {
      if (incoming.url !== "/events") return void response.end();
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write("data: 1\n\n");
      tellMore = () => void response.write("data: 2\n\n");
      response.on("close", () => {
        left = true;
      });
    });
    const { url } = await startPhone(portOf(web));
    const listening = new AbortController();
    const stream = (await fetch(`${url}/events`, { signal: listening.signal })).body?.getReader();
    const next = async () => new TextDecoder().decode((await stream?.read())?.value);
    expect(await next()).toBe("data: 1\n\n");
    tellMore();
    expect(await next()).toBe("data: 2\n\n");
    listening.abort();
    await expect.poll(() => left).toBe(true);
  });

  test("told to end, by its group and by its parent, it gives every open request its answer first, and takes no new one", async () => {
    let answer: (() => void) | undefined;
    const web = await startWeb((incoming, response) => {
      if (incoming.url !== "/slow") return void response.end();
      answer = () => void response.end("done");
    });
    const { url, process: phone } = await startPhone(portOf(web));
    const open = fetch(`${url}/slow`);
    await expect.poll(() => answer).toBeDefined();
    const exit = once(phone, "exit");
    phone.kill("SIGTERM");
    await expect
      .poll(() =>
        fetch(`${url}/`, { headers: { connection: "close" } }).then(
          () => "taken",
          () => "refused",
        ),
      )
      .toBe("refused");
    phone.kill("SIGTERM");
    // Whoever dies of it does so at once.
    await new Promise((resolve) => setTimeout(resolve, 200));
    answer?.();
    expect(await (await open).text()).toBe("done");
    expect(await exit).toEqual([0, null]);
  });
});

const hashOf = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
