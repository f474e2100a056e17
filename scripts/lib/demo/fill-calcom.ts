import type mysql from "mysql2/promise";
import { withConnection } from "../database/connection";
import { databaseName } from "../database/names";
import { type DemoPlaces, sandboxUrl } from "./environment";

const byStart = `
  SELECT a.calcom_booking_id AS uid, e.calcom_id AS eventTypeId, a.start_time AS start,
    COALESCE(a.attendee_name, c.name, 'Anruf') AS name, c.email, c.phone
  FROM appointments a
  JOIN calcom_event_types e ON e.tenant_id = a.tenant_id AND e.service_id = a.service_id
  LEFT JOIN customers c ON c.tenant_id = a.tenant_id AND c.id = a.customer_id
  WHERE a.calcom_booking_id LIKE 'demo-%' AND a.status IN ('pending', 'scheduled') AND a.start_time > UTC_TIMESTAMP()
  ORDER BY a.start_time`;

/** The demo's appointments to come stand in the stand-in's Cal.com too; those it knows already stay as they are. */
export async function fillCalcom(places: DemoPlaces): Promise<void> {
  const rows = await withConnection(places.databaseUrl, async (connection) => {
    await connection.query(`USE \`${databaseName(places.databaseUrl)}\``);
    const [found] = await connection.query<mysql.RowDataPacket[]>(byStart);
    return found;
  });
  const address = `${sandboxUrl(places)}/control/calcom/fixtures`;
  const fixtures = (await (await fetch(address)).json()) as Record<string, unknown>;
  const bookings = rows.map(({ uid, eventTypeId, start, name, email, phone }) => ({
    uid,
    eventTypeId,
    start: (start as Date).toISOString(),
    attendee: { name, email: email ?? undefined, phoneNumber: phone ?? undefined },
  }));
  const answer = await fetch(address, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...fixtures, bookings }),
  });
  if (!answer.ok) throw new Error(`the stand-in for Cal.com took no bookings: ${await answer.text()}`);
}
