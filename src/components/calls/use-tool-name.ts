"use client";

import { useTranslations } from "next-intl";

/** In people's words; a tool nobody has words for is named as it is. */
export function useToolName(): (name: string) => string {
  const t = useTranslations("calls.tool.name");
  return (name) => (t.has(name as "get_context") ? t(name as "get_context") : name);
}
