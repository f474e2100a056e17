import { useFormatter } from "next-intl";
import { cn } from "./class-names";

interface MoneyProps {
  /** Hundredths of the currency's unit; fractions of a cent as vendors bill them are rounded for the eye. */
  cents: number;
  currency?: "EUR" | "USD";
  className?: string;
}

export function Money({ cents, currency = "EUR", className }: MoneyProps) {
  const format = useFormatter();
  return (
    <span className={cn("tabular-nums", className)}>
      {format.number(cents / 100, { style: "currency", currency })}
    </span>
  );
}
