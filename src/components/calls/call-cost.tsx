import { useFormatter, useTranslations } from "next-intl";

interface CallCostProps {
  /** US cents as Retell bills them, fractions included. */
  usdCents: number;
  parts: { product: string; usdCents: number }[];
}

/** In the currency it is billed in: whoever wants euros has to ask the bank. */
export function CallCost({ usdCents, parts }: CallCostProps) {
  const t = useTranslations("calls.cost");
  const dollars = useDollars();
  return (
    <>
      <span className="tabular-nums">{dollars(usdCents)}</span>
      <span className="block text-muted-foreground text-xs">{t("currency")}</span>
      {parts.length > 0 && (
        <ul className="pt-1.5 text-muted-foreground text-table">
          {parts.map(({ product, usdCents: part }) => (
            <li key={product} className="flex justify-end gap-3">
              <code className="truncate font-mono text-xs leading-[inherit]">{product}</code>
              <span className="w-16 shrink-0 tabular-nums">{dollars(part)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** A call costs cents; rounded to whole ones its parts would no longer add up. */
function useDollars() {
  const format = useFormatter();
  return (cents: number) =>
    format.number(cents / 100, {
      style: "currency",
      currency: "USD",
      minimumFractionDigits: 2,
      maximumFractionDigits: 4,
    });
}
