"use client";

import { useLocale } from "next-intl";
import { localeOf } from "@/messages/locales";

/** The language of the page, of which `useLocale` knows the kind, too. */
export const usePageLocale = () => localeOf(useLocale());
