"use client";

import { createContext, use } from "react";
import { IDLE, type FormState } from "./state";

export type FormScope = { readonly formId: string; readonly state: FormState; readonly pending: boolean };

export const FormScopeContext = createContext<FormScope>({ formId: "form", state: IDLE, pending: false });

/** The id of a field's control, also the target of the summary's links. */
export function fieldId(formId: string, name: string): string {
  return `${formId}-${name}`;
}

/** The state of the form around: for showing what the action handed back, or while it is pending. */
export function useFormScope(): FormScope {
  return use(FormScopeContext);
}

export type FormFieldScope = {
  readonly id: string;
  readonly error: string | undefined;
  /** What was typed before an error, else the given default. */
  readonly value: string | undefined;
  readonly values: readonly string[];
  readonly attempt: number;
};

/** What a control of this name needs to know: for controls of your own; <TextField> and friends use it. */
export function useFormField(name: string, initial?: string | readonly string[]): FormFieldScope {
  const { formId, state } = useFormScope();
  const typed = state.status === "error" ? state.fields : undefined;
  const given = initial === undefined ? [] : typeof initial === "string" ? [initial] : initial;
  const values = typed ? (typed[name] ?? []) : given;
  return { id: fieldId(formId, name), error: state.errors?.[name]?.text, value: values[0], values, attempt: state.attempt };
}
