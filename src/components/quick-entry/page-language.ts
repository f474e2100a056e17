"use client";

import { useLocale } from "next-intl";

/** The language a line is read in. */
export const usePageLanguage = () => (useLocale() === "en" ? "en" : "de");
