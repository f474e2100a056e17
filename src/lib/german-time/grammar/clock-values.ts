import type { Context } from "../context";
import type { Cardinal, Clock } from "./nodes";

/** `hour:minute`; of the twelve-hour clock unless the hour is 0 or above 12. */
export function clockAt(hour: number, minute = 0): Clock {
  const invalid = hour > 24 || minute > 59 || (hour === 24 && minute > 0);
  const twelve = hour >= 1 && hour <= 12;
  return { type: "clock", minutes: hour * 60 + minute, twelve, ...(invalid ? { invalid } : {}) };
}

const isWritten = ({ digits }: Cardinal) => digits?.length === 2;

/** "elf Uhr dreißig"; written with two digits each it is of the 24-hour clock. */
export function hourAndMinute(hour: Cardinal, minute?: Cardinal): Clock {
  const { digits } = hour;
  if (!minute && digits?.length === 4)
    return { ...clockAt(Number(digits.slice(0, 2)), Number(digits.slice(2))), twelve: false };
  const clock = clockAt(hour.value, minute?.value);
  const literal = minute && isWritten(hour) && isWritten(minute);
  return literal ? { ...clock, twelve: false } : clock;
}

/** `offset` minutes from the hour: "halb drei" = three − 30. Above twelve the hour is of the 24-hour clock. */
export function around({ value: hour }: Cardinal, offset: number): Clock | undefined {
  if (hour > 24) return { ...clockAt(hour) };
  if (hour > 12 || hour === 0) {
    const minutes = (hour * 60 + offset + 1440) % 1440;
    return { type: "clock", minutes, twelve: false };
  }
  const minutes = (hour * 60 + offset + 720) % 720;
  return { type: "clock", minutes: minutes < 60 ? minutes + 720 : minutes, twelve: true };
}

export const sign = (word: "vor" | "nach") => (word === "vor" ? -1 : 1);

/** "viertel drei": a quarter past two in the east and south; elsewhere the word "nach" may have been lost. */
export function quarter(hour: Cardinal, { region }: Context): Clock | undefined {
  const regional = around(hour, -45);
  if (region === "ost" || region === "sued" || !regional) return regional;
  return { ...regional, other: around(hour, 15)?.minutes };
}

export const moved = (clock: Clock | undefined, by: number): Clock | undefined =>
  clock && {
    ...clock,
    minutes: clock.minutes + by,
    ...(clock.other === undefined ? {} : { other: clock.other + by }),
  };

export const smallMinutes = ({ value }: Cardinal) => value >= 1 && value <= 59;

export const midnight: Clock = { type: "clock", minutes: 0, twelve: false, midnight: true };

/** "zwölf Uhr mittags" needs no opening hours. */
export function noonOrMidnight({ value }: Cardinal, half: string): Clock | undefined {
  if (value !== 12) return undefined;
  return half === "noon" ? { ...clockAt(12), twelve: false } : half === "night" ? midnight : undefined;
}

export const spread = (clock: Clock | undefined, side: "vor" | "nach"): Clock | undefined =>
  clock && { ...clock, spread: side === "vor" ? { before: 15, after: 0 } : { before: 0, after: 15 } };
