"use client";

import { useEffect } from "react";

/** Leaves a page with the browser that it shows where ours cannot be reached (`public/sw.js`). */
export function OfflineNotice() {
  useEffect(() => {
    if (!("serviceWorker" in navigator)) return;
    // Private windows and odd certificates refuse it; then the browser's own notice has to do.
    navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" }).catch(() => undefined);
  }, []);
  return null;
}
