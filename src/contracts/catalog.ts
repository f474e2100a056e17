import { z } from "zod";
import { rowId, version } from "./form-fields";

/** What a business is made of, and what its people may switch on and off. */
export const catalogEntities = ["staff", "service", "branch", "resource"] as const;
export type CatalogEntity = (typeof catalogEntities)[number];

export const activeChange = z.object({ id: rowId, version, active: z.boolean() });
export type ActiveChange = z.input<typeof activeChange>;
