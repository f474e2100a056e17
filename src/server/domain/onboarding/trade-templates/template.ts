import type { ServiceOffer } from "@/contracts/services";

/** What a business of a trade usually offers and when it is open. Names are German, prices what is usual in Germany. */
export interface TradeTemplate {
  services: ServiceOffer[];
  hours: { weekday: number; from: string; to: string }[];
}

const plain = {
  description: null,
  synonyms: [],
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  gaps: [],
} satisfies Partial<ServiceOffer>;

export const service = (
  name: string,
  durationMinutes: number,
  priceEuros: number,
  more: Partial<ServiceOffer> = {},
): ServiceOffer => ({ ...plain, name, durationMinutes, priceCents: Math.round(priceEuros * 100), ...more });

/** `open([1, 2], "08:00-12:00", "13:00-17:00")`: Monday and Tuesday with a break. */
export const open = (weekdays: number[], ...ranges: string[]): TradeTemplate["hours"] =>
  weekdays.flatMap((weekday) =>
    ranges.map((range) => {
      const [from = "", to = ""] = range.split("-");
      return { weekday, from, to };
    }),
  );
