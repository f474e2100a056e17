"use client";

import { remembered } from "../remembered";

export const densities = ["comfortable", "compact"] as const;
/** How close rows stand, as this browser likes it, in every table. */
export const density = remembered("table-density", densities);
