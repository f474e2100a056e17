import { useFormatter } from "next-intl";

/** A number as the language writes it; a share with `percent`. */
export function Count({ value, percent = false }: { value: number; percent?: boolean }) {
  const format = useFormatter();
  return percent
    ? format.number(value, { style: "percent", maximumFractionDigits: 0 })
    : format.number(value);
}
