/** The platform's own pages belong to no branch; they keep the operator's time. */
export const platformTimeZone = "Europe/Berlin";
