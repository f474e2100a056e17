/** How many colours people of a team are told apart by; a larger team shares them. */
export const staffColors = 8;
