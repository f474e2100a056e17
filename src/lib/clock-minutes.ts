/** Minutes since midnight. An end at "00:00" is the end of the day. */
export function minuteOf(time: string, which: "start" | "end"): number {
  const minute = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return which === "end" && minute === 0 ? 1440 : minute;
}

/** 480 → "08:00"; the end of the day is "00:00" again. */
export const clockOf = (minute: number) =>
  [Math.floor(minute / 60) % 24, minute % 60].map((part) => String(part).padStart(2, "0")).join(":");
