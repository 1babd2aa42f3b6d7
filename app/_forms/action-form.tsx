import { newId } from "@/lib/kernel/id";
import { ActionFormClient, type ActionFormClientProps } from "./action-form-client";

/**
 * A form on a server action made by `formAction` (see ./action.ts for the example to copy). It works without
 * scripts; with them it keeps what was typed when something is wrong, says what, moves to the first wrong field,
 * bars double sending, and survives a lost connection. Its command id is made here, on the server; in a client
 * component use <ActionFormClient commandId={…}> with an id of the same kind.
 */
export function ActionForm(props: Omit<ActionFormClientProps, "commandId">) {
  return <ActionFormClient {...props} commandId={newId()} />;
}
