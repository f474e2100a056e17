import { cn } from "./class-names";

/** "4:12", from an hour on "1:04:12". Seconds below zero (clocks differ) count as none. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const padded = (n: number) => String(n).padStart(2, "0");
  return h > 0 ? `${h}:${padded(m)}:${padded(s)}` : `${m}:${padded(s)}`;
}

export function Duration({ seconds, className }: { seconds: number; className?: string }) {
  return (
    <time dateTime={`PT${Math.max(0, Math.floor(seconds))}S`} className={cn("tabular-nums", className)}>
      {formatDuration(seconds)}
    </time>
  );
}
