"use client";

import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { createContext, use, useCallback, useEffect, useRef, useState, type ReactNode } from "react";

export type ToastMessage = { readonly text: string; readonly undo?: (() => void) | undefined };
type Shown = ToastMessage & { readonly key: number };

const SHOWN_MS = 8000;
const AGAIN_MS = 2000;

const ToastContext = createContext<(message: ToastMessage) => void>(() => undefined);

/** Says in passing what happened, with Undo where it can be undone: `const toast = useToast(); toast({ text, undo })`. */
export function useToast(): (message: ToastMessage) => void {
  return use(ToastContext);
}

/** Holds the one toast; a new one takes the place of the old. It stays 8 s, longer while it has focus or the pointer. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const region = useRef<HTMLDivElement>(null);
  const next = useRef(0);
  const show = useCallback((message: ToastMessage) => {
    next.current += 1;
    setShown({ ...message, key: next.current });
  }, []);
  const close = useCallback(() => setShown(null), []);

  useEffect(() => {
    if (!shown) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const closeUnlessUsed = () => {
      if (region.current?.matches(":hover, :focus-within")) timer = setTimeout(closeUnlessUsed, AGAIN_MS);
      else close();
    };
    timer = setTimeout(closeUnlessUsed, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown, close]);

  return (
    <ToastContext value={show}>
      {children}
      <div ref={region} className="toasts" role="status">
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
