"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { currencySign } from "@/lib/i18n/money";
import { Field, FieldError, FieldGroup, fieldIds } from "../_ui/field";
import { Checkbox, DateInput, MoneyInput, RadioCards, Select, Textarea, TextInput, type Option, type RadioOption } from "../_ui/inputs";
import { useFormField } from "./form-context";

type Common = {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly required?: boolean;
  readonly defaultValue?: string | undefined;
};

type OwnProps<Control extends "input" | "textarea" | "select"> = Common & Omit<ComponentProps<Control>, keyof Common | "id">;

function useWired({ name, label, hint, required, defaultValue }: Common) {
  const t = useTranslations("common");
  const scope = useFormField(name, defaultValue);
  const text = { label, hint, error: scope.error, optional: required ? undefined : t("optional") };
  return { scope, field: { id: scope.id, ...text }, control: { ...fieldIds(scope.id, text), name, required, defaultValue: scope.value } };
}

/** A line of text (also type="email", "password", "search", "url", "tel"). Not required means "(optional)" beside the label. */
export function TextField({ name, label, hint, required, defaultValue, ...rest }: OwnProps<"input">) {
  const { field, control } = useWired({ name, label, hint, required, defaultValue });
  return (
    <Field {...field}>
      <TextInput {...rest} {...control} />
    </Field>
  );
}

/** An amount in the given currency. `defaultValue` is a plain decimal ("12.50", from `toDecimal`). */
export function MoneyField({
  name,
  label,
  hint,
  required,
  defaultValue,
  currency,
  ...rest
}: OwnProps<"input"> & { readonly currency: string }) {
  const { field, control } = useWired({ name, label, hint, required, defaultValue });
  return (
    <Field {...field}>
      <MoneyInput {...rest} {...control} sign={currencySign(currency, useLocale())} />
    </Field>
  );
}

/** A day; value and default are YYYY-MM-DD. */
export function DateField({ name, label, hint, required, defaultValue, ...rest }: OwnProps<"input">) {
  const { field, control } = useWired({ name, label, hint, required, defaultValue });
  return (
    <Field {...field}>
      <DateInput {...rest} {...control} />
    </Field>
  );
}

export function TextareaField({ name, label, hint, required, defaultValue, ...rest }: OwnProps<"textarea">) {
  const { field, control } = useWired({ name, label, hint, required, defaultValue });
  return (
    <Field {...field}>
      <Textarea {...rest} {...control} />
    </Field>
  );
}

/** A choice from a list. `placeholder` adds an empty first option. */
export function SelectField({
  name,
  label,
  hint,
  required,
  defaultValue,
  options,
  placeholder,
  ...rest
}: OwnProps<"select"> & { readonly options: readonly Option[]; readonly placeholder?: string }) {
  const { field, control, scope } = useWired({ name, label, hint, required, defaultValue });
  return (
    <Field {...field}>
      {/* React sets a select's default only when it is made; a new key keeps the choice after an error. */}
      <Select key={scope.attempt} {...rest} {...control} options={options} placeholder={placeholder} />
    </Field>
  );
}

/** A choice of one among cards. */
export function RadioField({ name, label, hint, required, defaultValue, options }: Common & { readonly options: readonly RadioOption[] }) {
  const { field, scope } = useWired({ name, label, hint, required, defaultValue });
  return (
    <FieldGroup {...field} kind="radiogroup">
      <RadioCards name={name} options={options} defaultValue={scope.value} required={required} />
    </FieldGroup>
  );
}

/** A single yes or no; it sends "on" (read it with `checkbox` of ./schemas). */
export function CheckboxField({
  name,
  label,
  hint,
  defaultChecked = false,
}: {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly defaultChecked?: boolean;
}) {
  const { id, error, value } = useFormField(name, defaultChecked ? "on" : undefined);
  const ids = fieldIds(id, { error });
  return (
    <div className="field">
      <Checkbox {...ids} name={name} value="on" defaultChecked={value === "on"} label={label} hint={hint} />
      {error ? <FieldError id={id}>{error}</FieldError> : null}
    </div>
  );
}

/** Several of a list; read them with `several` of ./schemas. */
export function CheckboxesField({
  name,
  label,
  hint,
  options,
  defaultValues = [],
}: {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly options: readonly { readonly value: string; readonly label: ReactNode; readonly hint?: ReactNode }[];
  readonly defaultValues?: readonly string[];
}) {
  const { id, error, values } = useFormField(name, defaultValues);
  return (
    <FieldGroup id={id} label={label} hint={hint} error={error}>
      <div>
        {options.map((option) => (
          <Checkbox
            key={option.value}
            name={name}
            value={option.value}
            defaultChecked={values.includes(option.value)}
            label={option.label}
            hint={option.hint}
            aria-invalid={error ? true : undefined}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
