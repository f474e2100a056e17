"use client";

import type { ComponentProps } from "react";
import { Dialog, DialogContent, DialogTrigger } from "./dialog";

export const Sheet = Dialog;
export const SheetTrigger = DialogTrigger;

/** A dialog that stands beside the list. */
export function SheetContent(props: Omit<ComponentProps<typeof DialogContent>, "shape">) {
  return <DialogContent {...props} shape="sheet" />;
}
