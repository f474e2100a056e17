"use client";

import { remembered } from "../../remembered";

/** Single keys get in the way of those who speak to their computer: they can be switched off. */
export const keySwitch = remembered("single-keys", ["on", "off"]);

const elsewhere = "input, textarea, select, [contenteditable], [role=dialog], [role=menu], [popover]";

/** Whether a key pressed now is meant for the page: not typed, not for something that lies above it. */
export function isForPage({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || keySwitch.read() === "off") return false;
  if (target instanceof Element && target.closest(elsewhere)) return false;
  return !document.querySelector("[role=dialog][data-state=open], :popover-open");
}
