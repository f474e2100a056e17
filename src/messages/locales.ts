export const locales = ["de", "en"] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = "de";
export const localeCookie = "locale";

/** How dates, numbers and `lang` are written: English as in Europe, the day before the month. */
export const languageTags = { de: "de", en: "en-GB" } as const satisfies Record<Locale, string>;
export type LanguageTag = (typeof languageTags)[Locale];

export const isLocale = (value: unknown): value is Locale => (locales as readonly unknown[]).includes(value);
export const localeOf = (tag: LanguageTag): Locale => (tag === "de" ? "de" : "en");
