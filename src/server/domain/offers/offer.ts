import type { offers } from "@/server/db/schema";

/** A time that was offered in a call: exactly what is read back and booked. */
export type OfferRow = typeof offers.$inferSelect;

/** Everyone whose time it needs, the one that the caller is told first. */
export const staffOf = (offer: Pick<OfferRow, "staffId" | "furtherStaffIds">): number[] => [
  offer.staffId,
  ...offer.furtherStaffIds,
];

/** How many times one call keeps for its caller. */
export const maxHoldsPerCall = 3;
/** How many times one number keeps in all its calls to a business. */
export const maxHoldsPerNumber = 6;
/** How many all callers who hide their number keep together: who rings again and again cannot be told apart. */
export const maxHoldsOfHidden = 12;
