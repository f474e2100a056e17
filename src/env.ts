import { z } from "zod";

/** An empty variable counts as absent: `.env` files and compose files like to leave `NAME=` behind. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((v) => (v === "" ? undefined : v), schema.optional());

const schema = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
  PORT: z.coerce.number().int().positive().default(3000),
  /** Behind a reverse proxy on the same machine unless this opens it to others, as a container has to. */
  BIND_HOST: z.preprocess((v) => v || undefined, z.string().default("127.0.0.1")),
  /** Processes that answer the phone; half as many as there are processors unless it says otherwise. */
  PHONE_PROCESSES: optional(z.coerce.number().int().min(1).max(64)),
  /** Where people reach the app; links, cookies and the agent's tool URLs are built from it. */
  APP_URL: z.url().default("http://localhost:3000"),
  DATABASE_URL: z.string().regex(/^mysql:\/\//, "must look like mysql://user:password@host:3306/name"),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(20),
  /** Signs session cookies and the embedded executor's requests. */
  AUTH_SECRET: z.string().min(32, "needs at least 32 characters"),
  /** 32 bytes in base64; encrypts tenants' vendor keys at rest. */
  ENCRYPTION_KEY: z
    .string()
    .refine((v) => Buffer.from(v, "base64").length === 32, "must be 32 bytes in base64"),

  RETELL_API_KEY: optional(z.string().min(8)),
  RETELL_BASE_URL: optional(z.url()),
  /** Where recordings may be fetched from besides Retell's own hosts; comma-separated. */
  RETELL_RECORDING_HOSTS: z
    .string()
    .default("")
    .transform((hosts) =>
      hosts
        .split(",")
        .map((host) => host.trim())
        .filter(Boolean),
    ),
  /** Only for the partner format of the call webhook (plain hex HMAC); Retell itself signs with the API key. */
  RETELL_WEBHOOK_SECRET: optional(z.string().min(16)),

  CALCOM_BASE_URL: z.url().default("https://api.cal.com/v2"),
  CALCOM_WEBHOOK_SECRET: optional(z.string().min(16)),

  INNGEST_EVENT_KEY: optional(z.string()),
  INNGEST_SIGNING_KEY: optional(z.string()),
  INNGEST_BASE_URL: optional(z.url()),

  /** Whether strangers may sign up a business of their own at /sign-up. */
  SIGN_UP: z.preprocess((v) => v || undefined, z.enum(["open", "closed"]).default("closed")),

  /** Address of the stand-ins; with it simulated callers make the test calls. Never set in production. */
  SANDBOX_URL: optional(z.url()),
  APP_VERSION: z.string().default("development"),
});

type Env = z.infer<typeof schema>;

/** Groups that only make sense whole: half of one is a configuration mistake, said at start. */
const wholeGroups: (keyof Env)[][] = [["INNGEST_EVENT_KEY", "INNGEST_SIGNING_KEY"]];

function readEnv(): Env {
  const parsed = schema.safeParse(process.env);
  if (!parsed.success) {
    throw new Error(`Configuration is incomplete (see .env.example):\n${z.prettifyError(parsed.error)}`);
  }
  for (const group of wholeGroups) {
    const set = group.filter((name) => parsed.data[name] !== undefined);
    if (set.length > 0 && set.length < group.length) {
      throw new Error(`Configuration is incomplete: ${group.join(" and ")} must be set together.`);
    }
  }
  // next-auth 4 reads its address from this variable alone.
  process.env.NEXTAUTH_URL ??= parsed.data.APP_URL;
  return parsed.data;
}

let cached: Env | undefined;

/** The configuration, read and checked at first use, so that `next build` needs none of it. */
export const env: Env = new Proxy({} as Env, {
  get(_target, name: keyof Env) {
    cached ??= readEnv();
    return cached[name];
  },
});

/** Read by itself: the logger is there before, and during `next build` without, the rest of the configuration. */
export const logLevel = schema.shape.LOG_LEVEL.catch("info").parse(process.env.LOG_LEVEL || undefined);

/** Inngest Cloud or a self-hosted server runs the jobs; otherwise the embedded executor does. */
export const usesInngestServer = () => env.INNGEST_EVENT_KEY !== undefined;
