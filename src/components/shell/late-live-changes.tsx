"use client";

import dynamic from "next/dynamic";

/** Listening begins once the page stands; what changed meanwhile follows from the cursor. */
export const LateLiveChanges = dynamic(
  () => import("./live-changes").then(({ LiveChanges }) => LiveChanges),
  {
    ssr: false,
  },
);
