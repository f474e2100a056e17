/** What a caller has to say yes to. */
export const confirmedActions = ["book", "move", "cancel"] as const;
export type ConfirmedAction = (typeof confirmedActions)[number];

/**
 * `agreed`: a final utterance after the read-back said yes. `declined`: it said no or wanted something else.
 * `missing`: nothing yet that agrees to this very slot. `not_required`: the business switched the question off.
 */
export const confirmationDecisions = ["agreed", "declined", "missing", "not_required"] as const;
