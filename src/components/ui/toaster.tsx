"use client";

import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";
import { Toaster as Sonner } from "sonner";

const phone = "(max-width: 767px)";
const aboveThumbs = "calc(5.5rem + env(safe-area-inset-bottom))";

function useIsPhone() {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(phone);
      query.addEventListener("change", changed);
      return () => query.removeEventListener("change", changed);
    },
    () => matchMedia(phone).matches,
    () => false,
  );
}

/**
 * Six seconds, the time an "undo" stands. On the desk above everything, because at the bottom stand a sheet's own
 * buttons; on the phone, where titles and ways back are at the top, above the thumb's row and above those buttons.
 */
export function Toaster() {
  const t = useTranslations("common");
  const { theme = "system" } = useTheme();
  return (
    <Sonner
      theme={theme as "light" | "dark" | "system"}
      position={useIsPhone() ? "bottom-center" : "top-center"}
      duration={6_000}
      style={{ fontFamily: "inherit" }}
      containerAriaLabel={t("notifications")}
      offset={{ top: 24, bottom: aboveThumbs }}
      mobileOffset={{ bottom: aboveThumbs, left: 12, right: 12 }}
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
