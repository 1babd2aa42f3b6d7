"use client";

import { useState, type ReactNode } from "react";
import { Button, type ButtonVariant } from "./button";
import { Dialog } from "./dialog";

/** A button that opens a dialog with the given content, e.g. a form rendered on the server. */
export function DialogButton({ label, title, children, variant, small, wide, icon }: { readonly label: ReactNode; readonly title: ReactNode; readonly children: ReactNode; readonly variant?: ButtonVariant; readonly small?: boolean; readonly wide?: boolean; readonly icon?: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant={variant} small={small} wide={wide} icon={icon} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={title}>
        {children}
      </Dialog>
    </>
  );
}
