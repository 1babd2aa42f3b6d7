import type { ComponentProps, CSSProperties, ReactNode } from "react";
import { classes } from "./classes";

export function TextInput({ className, type = "text", ...rest }: ComponentProps<"input">) {
  return <input {...rest} type={type} className={classes("input", className)} />;
}

/** An amount as text: people type "12", "12.5" or "12,50"; it is read without floats on the server. */
export function MoneyInput({ sign, className, ...rest }: ComponentProps<"input"> & { readonly sign: string }) {
  return (
    <span className="input-money" style={{ "--sign": sign.length } as CSSProperties}>
      <span aria-hidden="true">{sign}</span>
      <input {...rest} type="text" inputMode="decimal" autoComplete="off" className={classes("input", className)} />
    </span>
  );
}

/** A day, with the platform's own picker. The value is YYYY-MM-DD. */
export function DateInput({ className, ...rest }: ComponentProps<"input">) {
  return <input {...rest} type="date" className={classes("input", className)} />;
}

export function Textarea({ className, ...rest }: ComponentProps<"textarea">) {
  return <textarea {...rest} className={classes("input", className)} />;
}

export type Option = { readonly value: string; readonly label: string; readonly disabled?: boolean };

/** A native select: best on phones, works without scripts. */
export function Select({
  options,
  placeholder,
  className,
  ...rest
}: ComponentProps<"select"> & { readonly options: readonly Option[]; readonly placeholder?: string }) {
  return (
    <select {...rest} className={classes("input", className)}>
      {placeholder === undefined ? null : <option value="">{placeholder}</option>}
      {options.map(({ value, label, disabled }) => (
        <option key={value} value={value} disabled={disabled}>
          {label}
        </option>
      ))}
    </select>
  );
}

/** A tick box with its label and, where needed, a second line. The whole row is the target. */
export function Checkbox({
  label,
  hint,
  className,
  ...rest
}: ComponentProps<"input"> & { readonly label: ReactNode; readonly hint?: ReactNode }) {
  return (
    <label className={classes("check-row", className)}>
      <input {...rest} type="checkbox" className="tick" />
      <span className="min-w-0">
        <span>{label}</span>
        {hint ? <span className="block text-sm text-ink-2">{hint}</span> : null}
      </span>
    </label>
  );
}

export type RadioOption = {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly extra?: ReactNode;
  readonly disabled?: boolean;
};

/** A choice of one, each option a card of at least 52 px. Goes into a FieldGroup of kind radiogroup. */
export function RadioCards({
  name,
  options,
  defaultValue,
  required,
  onValue,
}: {
  readonly name: string;
  readonly options: readonly RadioOption[];
  readonly defaultValue?: string;
  readonly required?: boolean;
  readonly onValue?: (value: string) => void;
}) {
  return (
    <div className="radio-cards">
      {options.map(({ value, label, hint, extra, disabled }) => (
        <label key={value} className="radio-card">
          <input
            type="radio"
            name={name}
            value={value}
            defaultChecked={value === defaultValue}
            required={required}
            disabled={disabled}
            className="tick"
            onChange={onValue ? () => onValue(value) : undefined}
          />
          <span className="min-w-0 flex-1">
            <span className="font-[620]">{label}</span>
            {hint ? <span className="block text-sm text-ink-2">{hint}</span> : null}
          </span>
          {extra}
        </label>
      ))}
    </div>
  );
}
