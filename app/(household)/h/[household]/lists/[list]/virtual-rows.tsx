"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, useState, type ReactNode } from "react";

/** How high a row is about, until it was measured; in pixels. */
const ROW_HEIGHT = 68;
const OVERSCAN = 12;

type Props = {
  readonly count: number;
  readonly keyOf: (index: number) => string;
  readonly row: (index: number) => ReactNode;
  readonly group: string;
  /** The row that is open for changing, -1 for none: it is brought into view. */
  readonly openIndex: number;
};

/** A long group of rows, of which only those in view are in the page. Each says its place, so that readers know how many there are. */
export function VirtualRows({ count, keyOf, row, group, openIndex }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const [margin, setMargin] = useState(0);
  // What stands above the group may grow and shrink.
  useEffect(() => {
    const measure = () => setMargin((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    const watch = new ResizeObserver(measure);
    watch.observe(document.body);
    return () => watch.disconnect();
  }, []);
  // oxlint-disable-next-line react/incompatible-library -- the React Compiler isn't used, and nothing here is memoized.
  const rows = useWindowVirtualizer({
    count,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    scrollMargin: margin,
    getItemKey: keyOf,
  });
  const scrollTo = useRef(rows.scrollToIndex);
  useEffect(() => {
    scrollTo.current = rows.scrollToIndex;
  });
  useEffect(() => {
    if (openIndex >= 0) scrollTo.current(openIndex, { align: "auto" });
  }, [openIndex]);
  return (
    <ul ref={list} className="rules relative" data-group={group} style={{ height: rows.getTotalSize() }}>
      {rows.getVirtualItems().map(({ key, index, start }) => (
        <li
          key={key}
          ref={rows.measureElement}
          data-index={index}
          aria-setsize={count}
          aria-posinset={index + 1}
          className="absolute inset-x-0 top-0"
          style={{ transform: `translateY(${start - margin}px)` }}
        >
          {row(index)}
        </li>
      ))}
    </ul>
  );
}
