"use client";

import dynamic from "next/dynamic";

/** The toaster comes once the page is there; nothing can be said before that. */
export const LateToaster = dynamic(() => import("./toaster").then(({ Toaster }) => Toaster), { ssr: false });
