import { z } from "zod";

/** An empty variable counts as absent, as in the app's own configuration. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const schema = z.object({
  SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  SANDBOX_DATA_DIR: z.string().min(1).default(".data/sandbox"),
  APP_URL: z.url().default("http://localhost:3000"),
  RETELL_API_KEY: optional(z.string().min(8)),
  CALCOM_WEBHOOK_URL: optional(z.url()),
  CALCOM_WEBHOOK_SECRET: optional(z.string().min(1)),
  DEMO_FILE: z.string().min(1).default(".data/demo.json"),
});

export interface SandboxSettings {
  /** 0 takes a free one. */
  port: number;
  /** Where calls and bookings survive a restart; undefined keeps them in memory only. */
  dataDirectory?: string;
  /** The product that calls ring at, unless a call names another. */
  appUrl: string;
  /** Checked on incoming requests and used to sign webhooks, as Retell does with its one key. */
  retellApiKey?: string;
  calcomWebhook?: { url: string; secret: string | undefined };
  demoFile: string;
}

/** Reads the stand-ins' configuration; the only place of this program that looks at the environment. */
export function readSettings(): SandboxSettings {
  const parsed = schema.safeParse(process.env);
  if (!parsed.success) {
    throw new Error(`The sandbox's configuration is wrong:\n${z.prettifyError(parsed.error)}`);
  }
  const values = parsed.data;
  return {
    port: values.SANDBOX_PORT,
    dataDirectory: values.SANDBOX_DATA_DIR,
    appUrl: values.APP_URL,
    retellApiKey: values.RETELL_API_KEY,
    calcomWebhook: values.CALCOM_WEBHOOK_URL
      ? { url: values.CALCOM_WEBHOOK_URL, secret: values.CALCOM_WEBHOOK_SECRET }
      : undefined,
    demoFile: values.DEMO_FILE,
  };
}
