"use client";

import { Check, Copy } from "lucide-react";
import { useId, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { TextInput } from "@/app/_ui/inputs";

type Props = { readonly link: string; readonly label: string; readonly copy: string; readonly copied: string };

/** A link to pass on: selected by a tap, copied by a button. Where the browser refuses to copy, it stays selected. */
export function CopyLink({ link, label, copy, copied }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [done, setDone] = useState(false);
  const take = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(link);
      setDone(true);
    } catch {
      setDone(false);
    }
  };
  return (
    <div className="grid gap-2">
      <label className="sr-only" htmlFor={id}>
        {label}
      </label>
      <TextInput ref={field} id={id} readOnly value={link} onFocus={(event) => event.currentTarget.select()} className="text-sm" />
      <Button icon={done ? <Check /> : <Copy />} onClick={take}>
        <span aria-live="polite">{done ? copied : copy}</span>
      </Button>
    </div>
  );
}
