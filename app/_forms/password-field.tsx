"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { IconButton } from "../_ui/button";
import { Field, fieldIds } from "../_ui/field";
import { TextInput } from "../_ui/inputs";
import { useFormField } from "./form-context";

/** A password with an eye to look at it. It is never sent back or kept. */
export function PasswordField({
  name = "password",
  label,
  hint,
  autoComplete,
}: {
  readonly name?: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly autoComplete: "current-password" | "new-password";
}) {
  const t = useTranslations("common");
  const { id, error } = useFormField(name);
  const [seen, setSeen] = useState(false);
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <span className="input-end">
        <TextInput
          {...fieldIds(id, { hint, error })}
          name={name}
          type={seen ? "text" : "password"}
          autoComplete={autoComplete}
          required
          spellCheck={false}
          autoCapitalize="none"
        />
        <IconButton label={t(seen ? "hidePassword" : "showPassword")} aria-pressed={seen} onClick={() => setSeen(!seen)}>
          {seen ? <EyeOff /> : <Eye />}
        </IconButton>
      </span>
    </Field>
  );
}
