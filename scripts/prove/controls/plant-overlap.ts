import mysql from "mysql2/promise";
import { connect } from "@/server/db";
import { check } from "../checker";
import { createWorld } from "../world";
import { insertAppointment } from "./attempt";

/** Whether the checker sees two appointments of which only the buffers meet, and that they own no cells. */
export async function seesPlantedOverlap(url: string): Promise<boolean> {
  const db = connect(url, 4);
  const connection = await mysql.createConnection({ uri: url, timezone: "Z" });
  try {
    const { tenantId, branchId, staffIds, services, days } = await createWorld(db, "hot");
    // "Behandlung": fifteen minutes of buffer after it.
    const service = services[1] as { id: number; durationMinutes: number };
    for (const offsetMinutes of [0, service.durationMinutes + 10]) {
      const start = (days[0] as number) + offsetMinutes * 60_000;
      await insertAppointment(connection, {
        tenantId,
        branchId,
        serviceId: service.id,
        staffId: staffIds[0] as number,
        start: new Date(start),
        end: new Date(start + service.durationMinutes * 60_000),
      });
    }
    const { overlaps, cells, disagreements } = await check(db, tenantId, []);
    return overlaps === 1 && cells.length > 0 && disagreements.length > 0;
  } finally {
    await connection.end();
    await db.$client.end();
  }
}
