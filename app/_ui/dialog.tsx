"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, type ReactNode } from "react";
import { IconButton } from "./button";

export type DialogProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** Buttons at the foot; the main one last. */
  readonly actions?: ReactNode;
};

/**
 * A question or a small form on top of the page: a sheet from below on phones, a card on desktops. It is the
 * platform's own modal dialog, so the rest of the page is inert, Escape closes it and focus goes back.
 */
export function Dialog({ open, onClose, title, children, actions }: DialogProps) {
  const t = useTranslations("common");
  const id = useId();
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  return (
    <dialog ref={ref} className="dialog" aria-labelledby={id} onClose={onClose} closedby="any">
      {open ? (
        <div>
          <div className="dialog-head">
            <h2 id={id}>{title}</h2>
            <IconButton label={t("close")} onClick={onClose}>
              <X />
            </IconButton>
          </div>
          <div className="dialog-body">
            {children}
            {actions ? <div className="dialog-actions">{actions}</div> : null}
          </div>
        </div>
      ) : null}
    </dialog>
  );
}
