import { createServer, request } from "node:http";
import { findFreePort } from "../../lib/ports";

/** Stands before the Cal.com stand-in and counts what comes by. */
export async function startCalendarCounter(standInPort: number) {
  let count = 0;
  const server = createServer((incoming, outgoing) => {
    count++;
    const { method, url, headers } = incoming;
    const onward = request({ port: standInPort, host: "127.0.0.1", method, path: url, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on("error", () => outgoing.destroy());
    incoming.pipe(onward);
  });
  const port = await findFreePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  server.unref();
  return { port, count: () => count };
}
