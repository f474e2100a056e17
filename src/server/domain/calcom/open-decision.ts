import { type DriftDecision, type DriftWay, driftDecision, waysOut } from "@/contracts/calendar-sync";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requireVersion } from "../appointments/appointment";
import { type Drift, getDrift } from "./find-drift";

/** Stands in the trail where a decision here goes past the rules for customers. */
export const decisionReason = "Abgleich mit Cal.com";

/**
 * The difference as it stands now, if this way out of it exists.
 * @throws DomainError `appointment.not_found`, `appointment.changed_meanwhile`, `calcom.in_step`, `calcom.no_way_out`
 */
export async function openDecision(ctx: TenantContext, input: DriftDecision, way: DriftWay): Promise<Drift> {
  const { appointmentId, version } = driftDecision.parse(input);
  const drift = await getDrift(ctx, appointmentId);
  requireVersion(drift.ours, version);
  if (!waysOut[drift.kind].includes(way))
    throw new DomainError("calcom.no_way_out", "conflict", { kind: drift.kind });
  return drift;
}
