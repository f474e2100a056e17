import { randomInt } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { and, eq } from "drizzle-orm";
import { env } from "@/env";
import { type Sandbox, startSandbox } from "@/sandbox/sandbox";
import { calcomEventTypes, staff, webhookInbox } from "@/server/db/schema";
import { connectCalcom } from "@/server/domain/calcom/connect-calcom";
import { processCalcomWebhook } from "@/server/domain/calcom/process-calcom-webhook";
import { calcomWebhook } from "@/server/webhooks/calcom";
import { receiveWebhook } from "@/server/webhooks/receive-webhook";
import { createBusiness, platformContext } from "./factories";

/** A business whose calendar is a Cal.com of its own: the stand-in, with one event type and one host. */
export async function createCalcomBusiness() {
  const receiver = await listen();
  const sandbox = await startSandbox({
    port: 0,
    appUrl: receiver.url,
    demoFile: "none",
    calcomWebhook: { url: `${receiver.url}/api/calcom/webhook`, secret: env.CALCOM_WEBHOOK_SECRET },
  });
  const business = await createBusiness({ calendarSource: "calcom", minNoticeMinutes: 0 });
  const { ctx, serviceId, staffIds } = business;
  const eventTypeId = randomInt(1_000_000, 2_000_000_000);
  const hostEmail = `host-${eventTypeId}@example.com`;
  await ctx.db
    .update(staff)
    .set({ email: hostEmail })
    .where(and(eq(staff.tenantId, ctx.tenant.id), eq(staff.id, staffIds[0] ?? 0)));
  sandbox.calcom.setFixtures({
    timeZone: "Europe/Berlin",
    hosts: [{ id: 1, name: "Person 1", email: hostEmail, username: `host-${eventTypeId}` }],
    eventTypes: [
      {
        id: eventTypeId,
        title: "Massage",
        slug: "massage",
        lengthInMinutes: 30,
        hostIds: [1],
        requiresConfirmation: false,
        minimumBookingNotice: 0,
      },
    ],
    bookings: [],
  });
  await connectCalcom(ctx, {
    baseUrl: `${sandbox.url}/calcom/v2`,
    apiKey: "cal_test_key",
    username: `host-${eventTypeId}`,
  });
  await ctx.db.insert(calcomEventTypes).values({
    tenantId: ctx.tenant.id,
    serviceId,
    staffId: staffIds[0],
    calcomId: eventTypeId,
    title: "Massage",
    slug: "massage",
    length: 30,
  });
  return {
    ...business,
    eventTypeId,
    hostEmail,
    sandbox,
    webhookUrl: `${receiver.url}/api/calcom/webhook`,
    /** What reached Cal.com's door. */
    requests: () => sandbox.calcomArrivals,
    /** Someone uses Cal.com itself. */
    atCalcom: (method: "GET" | "POST", path: string, body?: unknown) =>
      askCalcom(sandbox, method, path, body),
    close: async () => {
      await sandbox.close();
      await receiver.close();
    },
  };
}

export type CalcomBusiness = Awaited<ReturnType<typeof createCalcomBusiness>>;

/** The inbox ids of this business' webhooks that wait, in the order in which they came. */
export async function storedWebhooks({
  ctx,
  sandbox,
  eventTypeId,
  hostEmail,
}: CalcomBusiness): Promise<number[]> {
  await sandbox.calcomWebhooks.settled();
  const rows = await ctx.db
    .select({ id: webhookInbox.id, body: webhookInbox.body })
    .from(webhookInbox)
    .where(and(eq(webhookInbox.provider, "calcom"), eq(webhookInbox.status, "received")))
    .orderBy(webhookInbox.id);
  return rows
    .filter(({ body }) => body.includes(String(eventTypeId)) || body.includes(hostEmail))
    .map(({ id }) => id);
}

/** Works off whatever was stored, as the background function does. */
export async function settleWebhooks(business: CalcomBusiness): Promise<void> {
  const ctx = platformContext({ type: "job", name: "process-webhook" });
  for (const id of await storedWebhooks(business)) await processCalcomWebhook(ctx, id);
}

async function askCalcom(sandbox: Sandbox, method: "GET" | "POST", path: string, body?: unknown) {
  const response = await fetch(`${sandbox.url}/calcom/v2${path}`, {
    method,
    headers: {
      "content-type": "application/json",
      authorization: "Bearer cal_test_key",
      "cal-api-version": "2024-08-13",
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const json = (await response.json()) as {
    data: { uid: string; start: string; status: string; metadata?: Record<string, string> };
  };
  return json.data;
}

/** The product's webhook route on a real port. */
async function listen() {
  const route = receiveWebhook(calcomWebhook);
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const headers = Object.entries(request.headers).map(
      ([name, value]) => [name, String(value)] as [string, string],
    );
    const answer = await route(
      new Request("http://localhost/api/calcom/webhook", {
        method: "POST",
        headers,
        body: Buffer.concat(chunks),
      }),
    );
    response.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
