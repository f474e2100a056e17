import { z } from "zod";
import { deliveryProviders, deliveryStatuses } from "./delivery-states";
import { plainDate } from "./form-fields";

export const deliveryFilter = z.object({
  provider: z.enum(deliveryProviders).optional(),
  status: z.enum(deliveryStatuses).optional(),
  type: z.string().max(64).optional(),
  tenantId: z.uuid().optional(),
  /** Days in the operator's zone, both inclusive. */
  fromDate: plainDate.optional(),
  toDate: plainDate.optional(),
});
export type DeliveryFilter = z.infer<typeof deliveryFilter>;

export const deliveryList = deliveryFilter.extend({
  cursor: z
    .string()
    .regex(/^[<>]\d{1,15}$/)
    .optional(),
});
export type DeliveryList = z.infer<typeof deliveryList>;

export const deliveryRef = z.object({ inboxId: z.number().int().positive() });
