"use client";

import { type KeyboardEvent, type MouseEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import type { CalendarItem } from "../slip";
import { columnOf, neighbourOf, placeAt } from "./columns";
import { endAt, isUnchanged, moveTo, type Plan, stepEnd, stepStart, unchangedPlan } from "./plan";

interface Replanning {
  items: readonly CalendarItem[];
  hours: { from: number; to: number };
  stepMinutes: number;
  mayChange: (item: CalendarItem) => boolean;
  onDone: (plan: Plan) => void;
}

/** A hand that trembles on a click does not drag. */
const dragPixels = 5;

/** Moves and lengthens slips by pointer and by keys, until they are let go or given up. */
export function useReplanning({ items, hours, stepMinutes, mayChange, onDone }: Replanning) {
  const [plan, setPlan] = useState<Plan>();
  const [by, setBy] = useState<"pointer" | "keys">();
  const [stopped, setStopped] = useState(false);
  const release = useRef<() => void>(undefined);
  const dragged = useRef(false);
  useEffect(() => () => release.current?.(), []);

  const begin = (next: Plan, way: "pointer" | "keys") => {
    setPlan(next);
    setBy(way);
    setStopped(false);
  };
  const end = (given?: Plan) => {
    release.current?.();
    setPlan(undefined);
    setBy(undefined);
    if (given && !isUnchanged(given)) onDone(given);
    else setStopped(by === "keys");
  };
  const itemOf = (slip: Element | null | undefined) => {
    const item = items.find(({ id }) => String(id) === slip?.getAttribute("data-slip"));
    return item && mayChange(item) ? item : undefined;
  };

  /** By mouse or pen: a finger scrolls, and has the form in the appointment's sheet. */
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (by === "keys") end();
    dragged.current = false;
    const target = event.target as Element;
    const slip = target.closest("[data-slip]");
    const column = slip && columnOf(slip);
    const item = itemOf(slip);
    if (!item || !column || event.button !== 0 || event.pointerType === "touch") return;
    const grid = event.currentTarget;
    const { clientX: x, clientY: y } = event;
    const kind = target.closest("[data-resize]") ? "resize" : "move";
    const grabbed = (placeAt(grid, { x, y }, hours)?.minute ?? item.startMinute) - item.startMinute;
    let current = unchangedPlan(item, kind, column);

    const follow = (to: globalThis.PointerEvent) => {
      if (!dragged.current && Math.hypot(to.clientX - x, to.clientY - y) < dragPixels) return;
      dragged.current = true;
      const place = placeAt(grid, { x: to.clientX, y: to.clientY }, hours);
      if (!place) return;
      current =
        kind === "resize"
          ? endAt(current, place.minute)
          : moveTo(current, place.column, place.minute - grabbed, stepMinutes);
      begin(current, "pointer");
    };
    const drop = () => (dragged.current ? end(current) : release.current?.());
    const giveUp = (pressed: globalThis.KeyboardEvent) => {
      if (pressed.key !== "Escape" || !dragged.current) return;
      pressed.stopPropagation();
      end();
    };
    release.current = () => {
      window.removeEventListener("pointermove", follow);
      window.removeEventListener("pointerup", drop);
      window.removeEventListener("pointercancel", stop);
      window.removeEventListener("keydown", giveUp, true);
      release.current = undefined;
    };
    const stop = () => end();
    window.addEventListener("pointermove", follow);
    window.addEventListener("pointerup", drop);
    window.addEventListener("pointercancel", stop);
    window.addEventListener("keydown", giveUp, true);
  };

  /** The click that ends a drag opens nothing. */
  const onClickCapture = (event: MouseEvent) => {
    if (!dragged.current) return;
    dragged.current = false;
    event.preventDefault();
    event.stopPropagation();
  };

  /** @returns whether the key was meant for a change; others walk from slip to slip */
  const takeKey = (event: KeyboardEvent<HTMLElement>): boolean => {
    if (event.metaKey || event.ctrlKey || event.altKey) return false;
    const slip = (event.target as Element).closest("[data-slip]");
    if (!plan) {
      const item = event.key.toLowerCase() === "m" ? itemOf(slip) : undefined;
      const column = slip && columnOf(slip);
      if (item && column) begin(unchangedPlan(item, "move", column), "keys");
      return Boolean(item);
    }
    if (by !== "keys") return false;
    if (event.key === "Enter") end(plan);
    else if (event.key === "Escape" || event.key === "Tab") end();
    else setPlan(changedBy(event, plan, stepMinutes));
    if (event.key !== "Tab") event.preventDefault();
    event.stopPropagation();
    return true;
  };

  return { plan, by, stopped, handlers: { onPointerDown, onClickCapture }, takeKey };
}

/** A longer appointment is not moved as well: whichever was asked for last begins where it stands now. */
function changedBy(
  { key, shiftKey, currentTarget }: KeyboardEvent<HTMLElement>,
  plan: Plan,
  stepMinutes: number,
) {
  const vertical = { ArrowDown: 1, ArrowUp: -1 }[key] as 1 | -1 | undefined;
  const sideways = { ArrowRight: 1, ArrowLeft: -1 }[key] as 1 | -1 | undefined;
  const { item } = plan;
  if (shiftKey && vertical) {
    const from = plan.kind === "resize" ? plan : unchangedPlan(item, "resize", plan.column);
    return stepEnd({ ...from, column: { ...from.column, date: item.date } }, vertical);
  }
  if (shiftKey || (!vertical && !sideways)) return plan;
  const from = plan.kind === "move" ? plan : unchangedPlan(item, "move", plan.column);
  if (vertical) return stepStart(from, vertical, stepMinutes);
  return { ...from, column: neighbourOf(currentTarget, from.column, sideways as 1 | -1) };
}
