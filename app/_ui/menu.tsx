"use client";

import { EllipsisVertical } from "lucide-react";
import Link from "next/link";
import { useId, useRef, type KeyboardEvent, type ReactNode } from "react";
import { classes } from "./classes";

export type MenuItem = { readonly id: string; readonly label: ReactNode; readonly icon?: ReactNode; readonly danger?: boolean } & (
  | { readonly href: string }
  | { readonly onSelect: () => void }
);

const MARGIN = 8;

/** Beside its button, below or above it, always within the window. */
function placeBeside(menu: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const below = at.bottom + 4 + menu.offsetHeight <= window.innerHeight - MARGIN;
  const left = Math.min(Math.max(MARGIN, at.right - menu.offsetWidth), window.innerWidth - menu.offsetWidth - MARGIN);
  menu.style.left = `${left}px`;
  menu.style.top = `${below ? at.bottom + 4 : Math.max(MARGIN, at.top - 4 - menu.offsetHeight)}px`;
}

/** What else can be done with one thing: a three-dot button and a list of actions. Arrow keys walk, Escape closes. */
export function Menu({
  label,
  items,
  children,
  className,
}: {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly children?: ReactNode;
  readonly className?: string;
}) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const entries = () => [...(menu.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];

  const walk = (event: KeyboardEvent) => {
    const list = entries();
    const now = list.indexOf(document.activeElement as HTMLElement);
    const next = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: list.length - 1 }[event.key];
    if (next === undefined) {
      if (event.key === "Tab") menu.current?.hidePopover();
      return;
    }
    event.preventDefault();
    list[(next + list.length) % list.length]?.focus();
  };
  const toggled = (opened: boolean) => {
    button.current?.setAttribute("aria-expanded", String(opened));
    if (!opened || !menu.current || !button.current) return;
    placeBeside(menu.current, button.current);
    entries()[0]?.focus({ preventScroll: true });
    // Its place is that of the button at this moment.
    window.addEventListener("scroll", () => menu.current?.hidePopover(), { once: true, passive: true });
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        className={classes("icon-button", className)}
        popoverTarget={id}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded="false"
      >
        {children ?? <EllipsisVertical />}
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        tabIndex={-1}
        className="menu"
        onKeyDown={walk}
        onToggle={(event) => toggled(event.newState === "open")}
      >
        {items.map((item) => {
          const look = classes("menu-item", item.danger && "menu-item-danger");
          return "href" in item ? (
            <Link key={item.id} role="menuitem" href={item.href} className={look}>
              {item.icon}
              {item.label}
            </Link>
          ) : (
            <button
              key={item.id}
              type="button"
              role="menuitem"
              className={look}
              onClick={() => {
                menu.current?.hidePopover();
                item.onSelect();
              }}
            >
              {item.icon}
              {item.label}
            </button>
          );
        })}
      </div>
    </>
  );
}
