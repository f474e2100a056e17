import { readFileSync } from "node:fs";
import { z } from "zod";

const schema = z.looseObject({
  url: z.url(),
  tenants: z
    .array(
      z.looseObject({
        slug: z.string(),
        name: z.string(),
        apiKey: z.string(),
        phoneNumbers: z.array(z.string()),
      }),
    )
    .min(1),
  retell: z.looseObject({ apiKey: z.string() }),
  calcom: z.looseObject({ webhookSecret: z.string() }).optional(),
  sandbox: z.looseObject({ url: z.url() }).optional(),
});
export type DemoFile = z.infer<typeof schema>;

/** What the demo wrote down about itself; undefined where there is no readable file. */
export function readDemoFile(file: string): DemoFile | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return undefined;
  }
}
