import { and, asc, eq, inArray } from "drizzle-orm";
import type { OutsideAppointment } from "@/contracts/appointments";
import { minuteMs } from "@/lib/calendar-time";
import type { Interval } from "@/lib/intervals";
import {
  resources,
  resourceTimeCells,
  serviceGaps,
  serviceResources,
  services,
  staff,
} from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import type { Transaction } from "../_core/transact";
import { cellsOf } from "../availability/busy-time";
import type { ServiceTime } from "../availability/service-time";

type ServiceTerms = Awaited<ReturnType<typeof getServiceTerms>>;

/** @throws DomainError `service.not_found` */
export async function getServiceTerms(ctx: TenantContext, serviceId: number) {
  const [[row], gaps] = await Promise.all([
    ctx.db
      .select()
      .from(services)
      .where(and(eq(services.tenantId, ctx.tenant.id), eq(services.id, serviceId))),
    ctx.db
      .select({ startsMinute: serviceGaps.startsMinute, endsMinute: serviceGaps.endsMinute })
      .from(serviceGaps)
      .where(and(eq(serviceGaps.tenantId, ctx.tenant.id), eq(serviceGaps.serviceId, serviceId))),
  ]);
  if (!row) throw notFound("service");
  return { ...row, gaps };
}

/** As long as it was booked there, with our own buffers and gaps. */
export const ownTime = (booking: OutsideAppointment, service: ServiceTerms | undefined): ServiceTime => ({
  bufferBeforeMinutes: service?.bufferBeforeMinutes ?? 0,
  bufferAfterMinutes: service?.bufferAfterMinutes ?? 0,
  gaps: service?.gaps ?? [],
  durationMinutes: (booking.end.getTime() - booking.start.getTime()) / minuteMs,
});

/** Cal.com knows no branches: it takes place where the person is at home. */
export async function findHomeBranch(
  ctx: TenantContext,
  staffId: number | undefined,
): Promise<number | undefined> {
  if (staffId === undefined) return undefined;
  const [person] = await ctx.db
    .select({ homeBranchId: staff.homeBranchId })
    .from(staff)
    .where(and(eq(staff.tenantId, ctx.tenant.id), eq(staff.id, staffId)));
  return person?.homeBranchId ?? undefined;
}

/** The rooms of a branch of which the service needs one; empty where it needs none. */
export async function listRooms(
  ctx: TenantContext,
  wish: { serviceId: number | undefined; branchId: number | undefined },
): Promise<number[]> {
  if (wish.serviceId === undefined || wish.branchId === undefined) return [];
  const rows = await ctx.db
    .select({ id: resources.id })
    .from(serviceResources)
    .innerJoin(
      resources,
      and(eq(resources.tenantId, serviceResources.tenantId), eq(resources.id, serviceResources.resourceId)),
    )
    .where(
      and(
        eq(serviceResources.tenantId, ctx.tenant.id),
        eq(serviceResources.serviceId, wish.serviceId),
        eq(resources.branchId, wish.branchId),
        eq(resources.active, true),
      ),
    )
    .orderBy(asc(resources.id));
  return rows.map(({ id }) => id);
}

/** Of locked rooms the first in which no appointment takes place meanwhile; else the first, which is a conflict. */
export async function chooseRoom(
  ctx: TenantContext,
  tx: Transaction,
  roomIds: readonly number[],
  time: readonly Interval[],
): Promise<number | null> {
  if (roomIds.length === 0) return null;
  const taken = await tx
    .selectDistinct({ id: resourceTimeCells.resourceId })
    .from(resourceTimeCells)
    .where(
      and(
        eq(resourceTimeCells.tenantId, ctx.tenant.id),
        inArray(resourceTimeCells.resourceId, [...roomIds]),
        inArray(resourceTimeCells.cellStart, cellsOf(time)),
      ),
    );
  return roomIds.find((roomId) => !taken.some(({ id }) => id === roomId)) ?? roomIds[0] ?? null;
}
