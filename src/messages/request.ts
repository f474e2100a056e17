import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { getCurrentUser } from "@/server/auth/current-user";
import { isLocale, type Locale, languageTags, localeCookie } from "./locales";
import { preferredLocale } from "./preferred-locale";

const messages = {
  de: () => import("./de").then((module) => module.de),
  en: () => import("./en").then((module) => module.en),
};

/**
 * The signed-in user's setting; before that, what was chosen on this device, or else what its browser asks for. A lost
 * database must not lose the words.
 */
async function currentLocale(): Promise<Locale> {
  const user = await getCurrentUser().catch(() => null);
  if (user) return user.locale;
  const chosen = (await cookies()).get(localeCookie)?.value;
  return isLocale(chosen) ? chosen : preferredLocale((await headers()).get("accept-language"));
}

export default getRequestConfig(async () => {
  const locale = await currentLocale();
  return { locale: languageTags[locale], messages: await messages[locale](), timeZone: "Europe/Berlin" };
});
