/** "8", "830", "8.30 Uhr", "8 Uhr 30", "8h30" and "08:30" as "08:30"; undefined for what is no time of day. */
export function readClock(text: string): string | undefined {
  const written = text.trim().replace(/\s*(uhr|h)$/i, "");
  const [, hour, minute = "00"] = /^(\d{1,2})(?:\s*(?:[:.,h]|uhr|\s)?\s*(\d{2}))?$/i.exec(written) ?? [];
  if (hour === undefined || Number(minute) > 59) return undefined;
  if (Number(hour) === 24 && Number(minute) === 0) return "00:00";
  return Number(hour) > 23 ? undefined : `${hour.padStart(2, "0")}:${minute}`;
}
