import { setTimeout as delay } from "node:timers/promises";
import { env } from "@/env";
import { createPlatformContext } from "@/server/domain/_core/platform-context";
import { type BackgroundHealth, backgroundHealth } from "@/server/domain/background/queries";

const patienceMs = 800;

interface Health {
  status: "ok" | "degraded" | "down";
  database: "up" | "down";
  /** Degraded: the app answers, but nobody works in the background. */
  background: BackgroundHealth | null;
  version: string;
}

/** For load balancers and people: answers within a second even where the database does not, and names no secrets. */
export async function handleHealthRequest(): Promise<Response> {
  const background = await Promise.race([askDatabase(), delay(patienceMs, null)]);
  const health: Health = {
    status: background === null ? "down" : background.state === "stale" ? "degraded" : "ok",
    database: background === null ? "down" : "up",
    background,
    version: env.APP_VERSION,
  };
  const status = health.status === "down" ? 503 : 200;
  return Response.json(health, { status, headers: { "Cache-Control": "no-store" } });
}

const askDatabase = () =>
  backgroundHealth(createPlatformContext({ type: "job", name: "health" })).catch(() => null);
