"use client";

import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { createContext, use, useCallback, useEffect, useRef, useState, type ReactNode } from "react";

export type ToastMessage = { readonly text: string; readonly undo?: (() => void) | undefined };
type Shown = ToastMessage & { readonly key: number };

const SHOWN_MS = 8000;

const ToastContext = createContext<(message: ToastMessage) => void>(() => undefined);

/** Says in passing what happened, with Undo where it can be undone: `const toast = useToast(); toast({ text, undo })`. */
export function useToast(): (message: ToastMessage) => void {
  return use(ToastContext);
}

/** Holds the one toast; a new one takes the place of the old. It stays 8 s, longer while it has focus or the pointer. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const [paused, setPaused] = useState(false);
  const next = useRef(0);
  const show = useCallback((message: ToastMessage) => {
    next.current += 1;
    setPaused(false);
    setShown({ ...message, key: next.current });
  }, []);
  const close = useCallback(() => setShown(null), []);

  useEffect(() => {
    if (!shown || paused) return undefined;
    const timer = setTimeout(close, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown, paused, close]);

  return (
    <ToastContext value={show}>
      {children}
      <div className="toasts" role="status" onMouseEnter={() => setPaused(true)} onMouseLeave={() => setPaused(false)} onFocus={() => setPaused(true)} onBlur={() => setPaused(false)}>
        {shown ? <Toast key={shown.key} message={shown} onClose={close} /> : null}
      </div>
    </ToastContext>
  );
}

function Toast({ message, onClose }: { readonly message: ToastMessage; readonly onClose: () => void }) {
  const t = useTranslations("common");
  return (
    <div className="toast">
      <Check />
      <span>{message.text}</span>
      {message.undo ? (
        <button
          type="button"
          onClick={() => {
            message.undo?.();
            onClose();
          }}
        >
          {t("undo")}
        </button>
      ) : (
        <button type="button" className="icon-button" aria-label={t("close")} onClick={onClose}>
          <X />
        </button>
      )}
    </div>
  );
}
