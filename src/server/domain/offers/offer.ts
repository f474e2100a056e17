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
/**
 * Who hides the number keeps only what is being talked about, and nobody can tell whether all of them are one. So
 * whoever would leave the others nothing has to be in twelve calls at once.
 */
export const maxHoldsPerHiddenCall = 1;
/** How many all callers who hide their number keep together. */
export const maxHoldsOfHidden = 12;
