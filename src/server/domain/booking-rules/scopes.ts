/** Where a rule holds, as `booking_rules.scope` keeps it. */
export const tenantScope = "tenant";
export const branchScope = (branchId: number) => `branch:${branchId}`;
export const serviceScope = (serviceId: number) => `service:${serviceId}`;
