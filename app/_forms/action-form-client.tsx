"use client";

import { unstable_rethrow } from "next/navigation";
import { useTranslations } from "next-intl";
import { use, useActionState, useEffect, useId, useMemo, useRef, useState, useSyncExternalStore, type ReactNode } from "react";
import { CloseDialogContext } from "../_ui/dialog-context";
import { Note } from "../_ui/feedback";
import { useToast } from "../_ui/toast";
import { FormScopeContext } from "./form-context";
import { FormSummary } from "./form-summary";
import { COMMAND_ID, IDLE, typedValues, type FormAction, type FormState } from "./state";

export type ActionFormClientProps = {
  readonly action: FormAction;
  readonly commandId: string;
  /** Values sent along unseen, such as the id of the list. They give no rights: the server checks. */
  readonly hidden?: Readonly<Record<string, string>>;
  readonly children: ReactNode;
  /** What a toast says after success. Leave it out where the change itself is plain to see. */
  readonly doneText?: string;
  /** False leaves out the list of errors above short forms; each field still shows its own. */
  readonly summary?: boolean;
  readonly className?: string;
  /** The form's name, where several stand on a page. */
  readonly label?: string;
  /** Only from client components: after each success. */
  readonly onDone?: (state: FormState) => void;
};

const never = () => () => undefined;
const digestOf = (error: unknown) =>
  error instanceof Error && "digest" in error && typeof error.digest === "string" ? error.digest : undefined;

export function ActionFormClient({
  action,
  commandId,
  hidden = {},
  children,
  doneText,
  summary = true,
  className,
  label,
  onDone,
}: ActionFormClientProps) {
  const t = useTranslations("common.form");
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  // Until scripts run, the form must be bound to the server action itself, so that it works without them.
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

  const guarded: FormAction = async (previous, formData) => {
    try {
      return await action(previous, formData);
    } catch (error) {
      unstable_rethrow(error);
      const digest = digestOf(error);
      const text = digest === undefined ? t("offline") : `${t("unexpected")} ${t("reference", { id: digest })}`;
      const sent = formData.get(COMMAND_ID);
      return {
        status: "error",
        attempt: previous.attempt + 1,
        failure: { code: digest === undefined ? "offline" : "unexpected", text },
        fields: typedValues(formData),
        // The same id again: had the first sending arrived after all, the second changes nothing.
        commandId: typeof sent === "string" ? sent : commandId,
      };
    }
  };
  const [state, send, pending] = useActionState(scripted ? guarded : action, IDLE);

  const toast = useToast();
  const closeDialog = use(CloseDialogContext);
  // An answer that came with the page itself: the form was sent before, or without, scripts.
  const [cameWithPage] = useState(state.attempt);
  const answered = useRef(state.attempt);
  useEffect(() => {
    if (state.attempt === answered.current) return;
    answered.current = state.attempt;
    if (state.status === "error") {
      const first = (selector: string) => form.current?.querySelector<HTMLElement>(selector);
      (first("[aria-invalid=true]:is(input, select, textarea), [aria-invalid=true] input") ?? first("[data-summary]"))?.focus();
    }
    if (state.status !== "done") return;
    if (doneText !== undefined) toast({ text: doneText });
    if (state.shown === undefined) closeDialog?.();
    onDone?.(state);
  }, [state, onDone, doneText, toast, closeDialog]);

  const scope = useMemo(() => ({ formId, state, pending }), [formId, state, pending]);
  return (
    <FormScopeContext value={scope}>
      <form
        ref={form}
        action={send}
        noValidate
        className={className ?? "form-grid"}
        aria-label={label}
        onSubmit={(event) => pending && event.preventDefault()}
      >
        <input type="hidden" name={COMMAND_ID} value={state.commandId ?? commandId} readOnly />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} readOnly />
        ))}
        <FormSummary state={state} formId={formId} list={summary} />
        {state.status === "done" && state.attempt === cameWithPage && doneText !== undefined ? <Note role="status">{doneText}</Note> : null}
        {children}
      </form>
    </FormScopeContext>
  );
}
