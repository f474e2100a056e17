import mysql, { type Connection } from "mysql2/promise";
import { connect, type Database } from "@/server/db";
import { check, countOverlaps } from "../checker";
import { createWorld } from "../world";
import { insertAppointment } from "./attempt";

/**
 * Whether the checker sees two appointments of which only the buffers meet, and that they own no cells; two people's
 * appointments in one room; and that somebody is busy before and after a gap, but not in it.
 */
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
    return (
      overlaps === 1 && cells.length > 0 && disagreements.length > 0 && (await seesRoomAndGap(db, connection))
    );
  } finally {
    await connection.end();
    await db.$client.end();
  }
}

async function seesRoomAndGap(db: Database, connection: Connection): Promise<boolean> {
  const { tenantId, branchId, staffIds, resourceIds, services, days } = await createWorld(db, "hot");
  const plant = async (service: number, person: number, minutes: number, inRoom: boolean) => {
    const { id: serviceId, durationMinutes } = services[service] as { id: number; durationMinutes: number };
    const start = new Date((days[0] as number) + minutes * 60_000);
    const end = new Date(start.getTime() + durationMinutes * 60_000);
    const wish = { tenantId, branchId, serviceId, staffId: staffIds[person] as number, start, end };
    const id = await insertAppointment(connection, wish);
    if (inRoom)
      await connection.query("UPDATE appointments SET resource_id = ? WHERE id = ?", [resourceIds[0], id]);
    return countOverlaps(db, tenantId);
  };
  // "Farbe": from minute 20 to 50 the person is free; "Kurz" lasts 20 minutes.
  const counts = [await plant(5, 0, 0, false), await plant(0, 0, 25, false), await plant(0, 0, 45, false)];
  // "Bad" twice in one room, with two people.
  counts.push(await plant(6, 0, 300, true), await plant(6, 1, 310, true));
  return counts.join() === "0,0,1,1,2";
}
