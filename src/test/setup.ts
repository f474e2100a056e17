import { randomBytes } from "node:crypto";
import { claimWorkerDatabase, emptyQueue, prepareWorkerDatabase } from "./database";

await claimWorkerDatabase();
process.env.AUTH_SECRET ??= randomBytes(32).toString("hex");
process.env.ENCRYPTION_KEY ??= randomBytes(32).toString("base64");
process.env.RETELL_API_KEY ??= `key_${randomBytes(12).toString("hex")}`;
// Nobody answers there: no test reaches the vendor by accident.
process.env.RETELL_BASE_URL ??= "http://127.0.0.1:1/retell";
process.env.RETELL_WEBHOOK_SECRET ??= randomBytes(24).toString("hex");
process.env.CALCOM_WEBHOOK_SECRET ??= randomBytes(24).toString("hex");

await prepareWorkerDatabase();
await emptyQueue();
