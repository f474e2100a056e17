import type { Messages } from "./de";
import type { Locale as AppLocale } from "./locales";

declare module "next-intl" {
  interface AppConfig {
    Messages: Messages;
    Locale: AppLocale;
  }
}
