import { foreignKey, json, mysqlEnum, mysqlTable, varchar } from "drizzle-orm/mysql-core";
import { type SettledState, type SetupStep, trades } from "@/contracts/trades";
import { instant, timestamps, uuid } from "../columns";
import { tenants } from "./tenants";

/** How far a business that signed up itself has come. Without a row there is nothing to set up. */
export const setups = mysqlTable(
  "setups",
  {
    tenantId: uuid("tenant_id").primaryKey(),
    trade: mysqlEnum("trade", trades).notNull(),
    /** What was settled so far; the rest is open. */
    steps: json("steps").$type<Partial<Record<SetupStep, SettledState>>>().notNull(),
    /** E.164. A number the owner has and wants answered; the platform connects it. */
    wishedNumber: varchar("wished_number", { length: 20 }),
    /** No longer on the start page. */
    dismissedAt: instant("dismissed_at"),
    ...timestamps(),
  },
  (t) => [foreignKey({ name: "setups_tenant_fk", columns: [t.tenantId], foreignColumns: [tenants.id] })],
);
