import { minuteMs } from "@/lib/calendar-time";
import type { appointments } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { cellMinutes } from "../availability/calendar";

export type AppointmentRow = typeof appointments.$inferSelect;

/** @throws DomainError `appointment.start_not_aligned` unless the start is on five minutes */
export function requireAligned(start: Date): void {
  if (start.getTime() % (cellMinutes * minuteMs) !== 0) {
    throw new DomainError("appointment.start_not_aligned", "invalid", { fields: ["start"] });
  }
}

/** @throws DomainError `appointment.changed_meanwhile` if someone else changed it since `version` was read */
export function requireVersion(row: AppointmentRow, version: number | undefined): void {
  if (version !== undefined && row.version !== version) {
    throw new DomainError("appointment.changed_meanwhile", "conflict", { version: row.version });
  }
}

/**
 * What moves keeps its service, so it has to have one.
 * @throws DomainError `appointment.not_movable`
 */
export function requireMovable({ serviceId, status }: Pick<AppointmentRow, "serviceId" | "status">): number {
  if (serviceId === null || (status !== "pending" && status !== "scheduled"))
    throw new DomainError("appointment.not_movable", "conflict", { status });
  return serviceId;
}

/** Whether a change here has to be carried to the outside calendar: not if it came from there. */
export function mustSync(ctx: TenantContext, row: Pick<AppointmentRow, "syncState">): boolean {
  const fromThere = ctx.actor.type === "webhook" && ctx.actor.provider === "calcom";
  return row.syncState !== "none" && !fromThere;
}

/** The outside side is behind again. A pause after a failed attempt ends here; an attempt under way keeps its lease. */
export const awaitSync = (row: Pick<AppointmentRow, "syncError" | "syncLockedUntil">) => ({
  syncState: "pending" as const,
  syncError: null,
  syncLockedUntil: row.syncError === null ? row.syncLockedUntil : null,
});
