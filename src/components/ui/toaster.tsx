"use client";

import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { Toaster as Sonner } from "sonner";

/** Six seconds, the time an "undo" stands; above everything, because at the bottom stand a sheet's own buttons. */
export function Toaster() {
  const t = useTranslations("common");
  const { theme = "system" } = useTheme();
  return (
    <Sonner
      theme={theme as "light" | "dark" | "system"}
      position="top-center"
      duration={6_000}
      style={{ fontFamily: "inherit" }}
      containerAriaLabel={t("notifications")}
      mobileOffset={{ top: 12, left: 12, right: 12 }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-center gap-3 rounded-surface border bg-surface px-4 py-3 text-sm text-foreground shadow-float md:w-90",
          title: "font-medium",
          description: "text-muted-foreground",
          content: "min-w-0 flex-1",
          icon: "shrink-0 [&_svg]:size-4",
          success: "[&_[data-icon]]:text-success-text",
          error: "[&_[data-icon]]:text-danger-text",
          actionButton:
            "h-11 shrink-0 rounded-control px-3 font-medium text-primary-text hover:bg-hover md:h-8",
        },
      }}
    />
  );
}
