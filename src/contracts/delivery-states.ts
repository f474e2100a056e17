/** Who tells us things, and what becomes of them. */
export const deliveryProviders = ["retell", "calcom"] as const;
export const deliveryStatuses = ["received", "processed", "ignored", "failed"] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];
