import { minuteMs } from "@/lib/calendar-time";
import { type Interval, subtract } from "@/lib/intervals";

/** What of a service takes time; all in minutes, gaps since its start. */
export interface ServiceTime {
  durationMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  /** While it works by itself (colour, perm) the person is free for somebody else. */
  gaps: readonly { startsMinute: number; endsMinute: number }[];
}

/** What it owns of everyone who takes part: buffers and service, without its gaps. In order. */
export function peopleTime(service: ServiceTime, start: number): Interval[] {
  const end = start + service.durationMinutes * minuteMs;
  const gaps = service.gaps.map(({ startsMinute, endsMinute }) => ({
    start: start + startsMinute * minuteMs,
    end: Math.min(end, start + endsMinute * minuteMs),
  }));
  return subtract([wholeTime(service, start)], gaps);
}

/**
 * What it owns of its room: everything, gaps and buffers too. Whoever waits for the colour keeps the chair, and
 * preparing and tidying up happen in the room.
 */
export const roomTime = (service: ServiceTime, start: number): Interval[] => [wholeTime(service, start)];

/** Service and buffers, from the first minute to the last. */
export const wholeTime = (service: ServiceTime, start: number): Interval => ({
  start: start - service.bufferBeforeMinutes * minuteMs,
  end: start + (service.durationMinutes + service.bufferAfterMinutes) * minuteMs,
});
