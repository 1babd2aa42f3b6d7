"use client";

import { useCallback, useState, type ReactNode } from "react";
import { Button, type ButtonVariant } from "./button";
import { Dialog } from "./dialog";
import { CloseDialogContext } from "./dialog-context";
import { Disclosure } from "./disclosure";

/**
 * A button that opens a dialog with the given content, e.g. an <ActionForm> rendered on the server: it closes when that is done.
 * Without scripts the content unfolds in its place.
 */
export function DialogButton({
  label,
  title,
  children,
  variant,
  small,
  wide,
  icon,
}: {
  readonly label: ReactNode;
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly variant?: ButtonVariant;
  readonly small?: boolean;
  readonly wide?: boolean;
  readonly icon?: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  return (
    <>
      <Button
        variant={variant}
        small={small}
        wide={wide}
        icon={icon}
        className="noscript:hidden"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <noscript>
        <Disclosure summary={label}>{children}</Disclosure>
      </noscript>
      <Dialog open={open} onClose={close} title={title}>
        <CloseDialogContext value={close}>{children}</CloseDialogContext>
      </Dialog>
    </>
  );
}
