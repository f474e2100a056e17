import { type Locale, localeCookie } from "@/messages/locales";

/** For this device's sign-in page; once signed in, the person's own setting counts. */
export function rememberLocale(locale: Locale): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `${localeCookie}=${locale}; path=/; max-age=31536000; samesite=lax`;
}
