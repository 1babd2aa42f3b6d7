"use client";

import { useCallback, useRef, useState, type PointerEvent } from "react";

export type Drop = { readonly itemId: string; readonly anchorId: string; readonly side: "before" | "after" };

/** How near to the edge of the window the page begins to scroll along, and by how much each time; in pixels. */
const EDGE = 90;
const STEP = 14;

function rowsOf(handle: Element): HTMLElement[] {
  return [...(handle.closest("[data-group]")?.querySelectorAll<HTMLElement>("[data-item]") ?? [])];
}

function dropAt(rows: readonly HTMLElement[], itemId: string, y: number): Drop | null {
  for (const row of rows) {
    const { top, height } = row.getBoundingClientRect();
    const anchorId = row.dataset["item"];
    if (anchorId === undefined || (y > top + height && row !== rows.at(-1))) continue;
    return anchorId === itemId ? null : { itemId, anchorId, side: y < top + height / 2 ? "before" : "after" };
  }
  return null;
}

/** Dragging a row by its handle within its group, with a finger, pen or mouse. `onDrop` hears where it was let go. */
export function useDrag(onDrop: (drop: Drop) => void): {
  readonly drop: Drop | null;
  readonly start: (event: PointerEvent<HTMLElement>, itemId: string) => void;
} {
  const [drop, setDrop] = useState<Drop | null>(null);
  const latest = useRef<Drop | null>(null);
  const start = useCallback(
    (event: PointerEvent<HTMLElement>, itemId: string) => {
      if (event.button !== 0) return;
      event.preventDefault();
      const handle = event.currentTarget;
      const rows = rowsOf(handle);
      const over = (next: Drop | null) => {
        latest.current = next;
        setDrop(next);
      };
      const move = (moved: globalThis.PointerEvent) => {
        over(dropAt(rows, itemId, moved.clientY));
        if (moved.clientY < EDGE) window.scrollBy(0, -STEP);
        if (moved.clientY > window.innerHeight - EDGE) window.scrollBy(0, STEP);
      };
      const end = (ended: globalThis.PointerEvent) => {
        handle.removeEventListener("pointermove", move);
        handle.removeEventListener("pointerup", end);
        handle.removeEventListener("pointercancel", end);
        const found = latest.current;
        over(null);
        if (found && ended.type === "pointerup") onDrop(found);
      };
      handle.setPointerCapture(event.pointerId);
      handle.addEventListener("pointermove", move);
      handle.addEventListener("pointerup", end);
      handle.addEventListener("pointercancel", end);
    },
    [onDrop],
  );
  return { drop, start };
}
