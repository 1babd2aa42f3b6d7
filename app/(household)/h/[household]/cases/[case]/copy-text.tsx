"use client";

import { Check, Copy } from "lucide-react";
import { useId, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Textarea } from "@/app/_ui/inputs";

type Props = { readonly text: string; readonly label: string; readonly copy: string; readonly copied: string };

/** A text to take elsewhere: copied by a button. Where the browser refuses to copy, it stays selected. */
export function CopyText({ text, label, copy, copied }: Props) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [taken, setTaken] = useState<string | null>(null);
  const take = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(text);
      setTaken(text);
    } catch {
      setTaken(null);
    }
  };
  const done = taken === text;
  return (
    <div className="grid gap-2">
      <label className="sr-only" htmlFor={id}>
        {label}
      </label>
      <Textarea ref={field} id={id} readOnly value={text} rows={12} className="field-sizing-content text-sm" />
      <Button icon={done ? <Check /> : <Copy />} onClick={take} className="justify-self-start">
        <span aria-live="polite">{done ? copied : copy}</span>
      </Button>
    </div>
  );
}
