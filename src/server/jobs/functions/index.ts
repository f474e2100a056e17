import type { InngestFunction } from "inngest";
import { pruneTables } from "./prune-tables";
import { sweepOutbox } from "./sweep-outbox";
import { writeHeartbeat } from "./write-heartbeat";

/** Every background function of the product; what is missing here never runs. */
export const functions: InngestFunction.Any[] = [writeHeartbeat, sweepOutbox, pruneTables];
