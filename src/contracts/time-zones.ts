/** Where German speakers keep shop; anything else an import brought stays as it is until it is changed. */
export const timeZones = ["Europe/Berlin", "Europe/Vienna", "Europe/Zurich", "Europe/Luxembourg"] as const;
