import { Agent, createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createProxyServer } from "httpxy";
import { NodeRequest, sendNodeResponse } from "srvx/node";
import { env } from "@/env";
import { onWake, wakeMessage } from "@/server/events/wake";
import { logger } from "@/server/logger";
import { findPhoneRoute } from "./phone-routes";

/** Shorter than Next waits before it closes a connection that nobody uses. */
const webIdleMs = 30_000;
/** Longer than nginx, as usually set up, keeps a connection to us without using it. */
const clientIdleMs = 65_000;
/** After a signal to end; what is open still gets its answer. */
const patienceMs = 5_000;

const web = createProxyServer({
  target: `http://127.0.0.1:${process.argv[2]}`,
  agent: new Agent({ keepAlive: true, timeout: webIdleMs }),
  // Whose connection it is, unless a proxy before us has said so.
  xfwd: true,
});

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [path = ""] = (request.url ?? "").split("?");
  const route = findPhoneRoute(request.method, path);
  try {
    if (route) await sendNodeResponse(response, await route(new NodeRequest({ req: request })));
    else await web.web(request, response);
  } catch (error) {
    if (request.destroyed && response.destroyed) return;
    logger.warn({ err: error }, "request not answered");
    if (response.headersSent) response.destroy();
    else unavailable(response);
  }
}

function unavailable(response: ServerResponse): void {
  response.writeHead(503, { "content-type": "application/json", "retry-after": "2", refresh: "2" });
  response.end(JSON.stringify({ error: { code: "web.unavailable" } }));
}

const server = createServer({ keepAliveTimeout: clientIdleMs, headersTimeout: clientIdleMs + 1_000 }, serve);
server.listen(env.PORT, env.BIND_HOST);

onWake(() => process.send?.(wakeMessage));

for (const signal of ["SIGTERM", "SIGINT"] as const)
  process.on(signal, () => {
    // Told again: a signal to the whole group reaches us, and so does the parent's own.
    if (!server.listening) return;
    server.close(() => process.exit(0));
    setTimeout(() => server.closeAllConnections(), patienceMs).unref();
  });
