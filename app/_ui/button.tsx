import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes";

export type ButtonVariant = "primary" | "quiet" | "text" | "danger";

type Look = {
  /** One primary button per view. */
  readonly variant?: ButtonVariant;
  readonly small?: boolean;
  readonly wide?: boolean;
  readonly icon?: ReactNode;
};

function look({ variant = "quiet", small, wide }: Look, more?: string): string {
  return classes("button", `button-${variant}`, small && "button-small", wide && "button-wide", more);
}

/** A plain button. `pending` keeps it in place and focusable, shows it is at work, and bars a second press. */
export function Button({
  variant,
  small,
  wide,
  icon,
  pending = false,
  className,
  children,
  type = "button",
  onClick,
  ...rest
}: Look & ComponentProps<"button"> & { readonly pending?: boolean }) {
  return (
    <button
      {...rest}
      type={type}
      className={look({ variant, small, wide }, className)}
      aria-disabled={pending || rest["aria-disabled"]}
      onClick={pending ? undefined : onClick}
    >
      {pending ? <span className="spinner" aria-hidden="true" /> : icon}
      {children}
    </button>
  );
}

/** A link that looks like a button: for going somewhere, never for changing something. */
export function LinkButton({ variant, small, wide, icon, className, children, ...rest }: Look & ComponentProps<typeof Link>) {
  return (
    <Link {...rest} className={look({ variant, small, wide }, className)}>
      {icon}
      {children}
    </Link>
  );
}

/** An underlined link with a 44 px hit area. Inside running text use a plain <Link>. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return <Link {...rest} className={classes("text-link", className)} />;
}

/** A button that shows only an icon; `label` is its name for those who don't see it. */
export function IconButton({
  label,
  shape = "round",
  className,
  children,
  type = "button",
  ...rest
}: ComponentProps<"button"> & { readonly label: string; readonly shape?: "round" | "square" | "filled" }) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      className={classes("icon-button", shape !== "round" && "icon-button-square", shape === "filled" && "icon-button-filled", className)}
    >
      {children}
    </button>
  );
}
