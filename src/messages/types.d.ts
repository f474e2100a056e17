import type { Messages } from "./de";
import type { LanguageTag } from "./locales";

declare module "next-intl" {
  interface AppConfig {
    Messages: Messages;
    Locale: LanguageTag;
  }
}
