import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

export type FieldIds = {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
};

export type FieldText = {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** The word after the label of a field that may stay empty, e.g. "optional". */
  readonly optional?: string | undefined;
};

/** The attributes that tie a control to its label, hint and error. */
export function fieldIds(id: string, { hint, error }: Pick<FieldText, "hint" | "error">): FieldIds {
  const described = [error ? `${id}-error` : null, hint ? `${id}-hint` : null].filter(Boolean).join(" ");
  return { id, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined };
}

export function FieldError({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <p className="field-error" id={`${id}-error`}>
      <CircleAlert />
      <span>{children}</span>
    </p>
  );
}

/** Label above, then hint, the control, and its error. The control takes the attributes from {@link fieldIds}. */
export function Field({ id, label, hint, error, optional, children }: FieldText & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
        {optional ? <span className="field-optional"> ({optional})</span> : null}
      </label>
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {children}
      {error ? <FieldError id={id}>{error}</FieldError> : null}
    </div>
  );
}

/** As {@link Field}, for a group of controls: a fieldset with its legend. */
export function FieldGroup({
  id,
  label,
  hint,
  error,
  optional,
  kind,
  children,
}: FieldText & { readonly id: string; readonly kind?: "radiogroup"; readonly children: ReactNode }) {
  const { "aria-describedby": describedBy } = fieldIds(id, { hint, error });
  return (
    <fieldset className="field" id={id} role={kind} aria-describedby={describedBy} aria-invalid={kind && error ? true : undefined}>
      <legend className="field-label mb-1.5">
        {label}
        {optional ? <span className="field-optional"> ({optional})</span> : null}
      </legend>
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {children}
      {error ? <FieldError id={id}>{error}</FieldError> : null}
    </fieldset>
  );
}
