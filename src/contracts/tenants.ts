export const tenantKinds = ["physiotherapy", "medical", "salon", "consultancy", "other"] as const;
export const tenantStatuses = ["active", "suspended"] as const;
export const calendarSources = ["own", "calcom"] as const;
export type CalendarSource = (typeof calendarSources)[number];
/** Whether the agent may ask for a recording; without a spoken yes there is none either way. */
export const recordingConsents = ["never", "ask"] as const;

/** `number` alone, or the number and a name or birthdate that matches the appointment. */
export const callerProofs = ["number", "name", "birthdate"] as const;
export type CallerProof = (typeof callerProofs)[number];

export const federalStates = [
  "BW",
  "BY",
  "BE",
  "BB",
  "HB",
  "HH",
  "HE",
  "MV",
  "NI",
  "NW",
  "RP",
  "SL",
  "SN",
  "ST",
  "SH",
  "TH",
] as const;
export type FederalState = (typeof federalStates)[number];
