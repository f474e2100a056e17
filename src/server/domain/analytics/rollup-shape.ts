/** Raised when the rollups come to hold something else: everything is counted anew for them. */
export const rollupShape = 2;
