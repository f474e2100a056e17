import { ChevronRight } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { Call } from "./lay-transcript";

/** Retell's names of what it bills grow with every model: those it is known to use are said in words. */
const kinds = [
  ["voice", /tts|voice|eleven|cartesia|openai_realtime|play_?ht|minimax/i],
  ["model", /gpt|claude|gemini|llm|nova/i],
  ["telephony", /telephony|twilio|telnyx|sip|pstn/i],
  ["knowledge", /knowledge/i],
  ["engine", /engine|infra|retell/i],
] as const;

/** What Retell charges for the call, in its currency: not what the business pays, so it is folded away. */
export function CallCost({ call }: { call: Call }) {
  const t = useTranslations("calls.cost");
  const dollars = useDollars();
  if (call.costUsdCents === null) return null;
  return (
    <details className="group border-t">
      <summary className="flex min-h-11 list-none items-center gap-1.5 rounded-sm text-muted-foreground hover:text-foreground md:min-h-10 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          className="size-4 shrink-0 transition-transform duration-150 group-open:rotate-90"
          aria-hidden="true"
        />
        {t("title")}
        <span className="ml-auto tabular-nums">{dollars(call.costUsdCents)}</span>
      </summary>
      <table className="my-1 w-full text-table">
        <tbody>
          {call.costs.parts.map(({ product, usdCents, isTransfer }, index) => {
            const kind = kinds.find(([, pattern]) => pattern.test(product))?.[0];
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: Retell may list a product twice
              <tr key={index}>
                <th scope="row" className="max-w-0 py-1 pr-4 text-left font-normal">
                  {kind && <span className="block">{t(`kind.${kind}`)}</span>}
                  <code className="block truncate font-mono text-muted-foreground text-xs" title={product}>
                    {product}
                    {isTransfer && ` · ${t("transfer")}`}
                  </code>
                </th>
                <td className="w-20 py-1 text-right align-top tabular-nums">{dollars(usdCents)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="pb-2 text-muted-foreground text-xs">
        {t("currency")}
        {call.costs.seconds !== null && ` ${t("seconds", { seconds: call.costs.seconds })}`}
      </p>
    </details>
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
