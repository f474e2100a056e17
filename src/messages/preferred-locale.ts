import { defaultLocale, isLocale, type Locale } from "./locales";

/** Which of our languages a browser asks for first (Accept-Language, RFC 9110 §12.5.4); German where it names none. */
export function preferredLocale(acceptLanguage: string | null): Locale {
  const asked = (acceptLanguage ?? "").split(",").map((part) => {
    const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
    const quality = parameters.map((one) => /^\s*q=([\d.]+)$/.exec(one)?.[1]).find(Boolean);
    return { language: tag.split("-")[0], quality: quality === undefined ? 1 : Number(quality) };
  });
  const ranked = asked.filter(({ quality }) => quality > 0).sort((a, b) => b.quality - a.quality);
  return ranked.map(({ language }) => language).find(isLocale) ?? defaultLocale;
}
