import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { HttpReply, HttpRequest } from "./router";

const MAX_BODY_BYTES = 5_000_000;

/** What to do with a connection: answer it, answer half of it, drop it, or leave the client waiting. */
export type Outcome =
  | { kind: "reply"; reply: HttpReply }
  | { kind: "malformed"; reply: HttpReply }
  | { kind: "html"; status: number }
  | { kind: "reset" }
  | { kind: "silence"; forMs: number };

class BodyError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

async function readJson(message: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new BodyError(413, "The body is larger than 5 MB.");
    chunks.push(chunk);
  }
  if (size === 0) return undefined;
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    throw new BodyError(400, "The body is not JSON.");
  }
}

function write(response: ServerResponse, reply: HttpReply, cut = false) {
  if (reply.body instanceof Uint8Array) {
    response.writeHead(reply.status, { ...reply.headers, "content-length": reply.body.length });
    response.end(reply.body);
    return;
  }
  const text = reply.body === undefined ? "" : JSON.stringify(reply.body);
  response.writeHead(reply.status, { "content-type": "application/json; charset=utf-8", ...reply.headers });
  response.end(cut ? text.slice(0, Math.max(1, Math.floor(text.length / 2))) : text);
}

async function answer(
  message: IncomingMessage,
  response: ServerResponse,
  handle: (request: HttpRequest) => Promise<Outcome>,
) {
  const url = new URL(message.url ?? "/", "http://sandbox");
  try {
    const outcome = await handle({
      method: message.method ?? "GET",
      path: url.pathname,
      params: {},
      query: url.searchParams,
      headers: message.headers,
      body: await readJson(message),
    });
    if (outcome.kind === "silence") {
      const timer = setTimeout(() => message.socket.destroy(), outcome.forMs);
      message.socket.once("close", () => clearTimeout(timer));
      return;
    }
    if (outcome.kind === "reset") {
      message.socket.resetAndDestroy();
      return;
    }
    if (outcome.kind === "html") {
      response.writeHead(outcome.status, { "content-type": "text/html" });
      response.end("<html><body><h1>502 Bad Gateway</h1></body></html>");
      return;
    }
    write(response, outcome.reply, outcome.kind === "malformed");
  } catch (error) {
    const status = error instanceof BodyError ? error.status : 500;
    write(response, { status, body: { error: error instanceof Error ? error.message : "unknown" } });
  }
}

export interface RunningServer {
  url: string;
  close(): Promise<void>;
}

/** Listens on 127.0.0.1; port 0 takes a free one. Rejects when the port is taken. */
export function serve(
  port: number,
  handle: (request: HttpRequest) => Promise<Outcome>,
): Promise<RunningServer> {
  const server: Server = createServer((message, response) => void answer(message, response, handle));
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const { port: taken } = server.address() as AddressInfo;
      resolve({
        url: `http://127.0.0.1:${taken}`,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}
