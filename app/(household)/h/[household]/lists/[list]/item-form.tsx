"use client";

import { useLocale, useTranslations } from "next-intl";
import { unstable_rethrow } from "next/navigation";
import { useState, useSyncExternalStore } from "react";
import { ActionFormClient } from "@/app/_forms/action-form-client";
import { DateField, MoneyField, RadioField, SelectField, TextareaField, TextField } from "@/app/_forms/fields";
import { useFormScope } from "@/app/_forms/form-context";
import { COMMAND_ID, type FormAction } from "@/app/_forms/state";
import { Button } from "@/app/_ui/button";
import { Note } from "@/app/_ui/feedback";
import { SubmitButton } from "@/app/_ui/submit-button";
import { toDecimal } from "@/lib/kernel/cents";
import type { ItemFields } from "@/lib/lists/item";
import { quantityText } from "@/lib/lists/quantity";
import { UNITS } from "@/lib/lists/units";
import { saveItemAction } from "./actions";
import { onPlainClick } from "./address";
import { loadQueueForm } from "./away-parts";
import type { ItemWords } from "./describe-item";
import { activeMembers, type Frame } from "./frame";
import { PRESS_FORM } from "./item-row";
import { PayersNote } from "./payers-note";
import { StoresField, WhomField } from "./item-form-fields";

export type EditedItem = ItemFields & { readonly requesterId: string };

type Props = {
  readonly frame: Frame;
  readonly words: ItemWords;
  readonly item: EditedItem;
  /** Of an item that is on the list already; a new one has neither id nor version. */
  readonly existing: { readonly id: string; readonly version: number } | null;
  readonly commandId: string;
  /** True where the server can't be asked now, or doesn't have all of the item yet: what the form says is queued then. */
  readonly queueOnly: boolean;
  readonly queue: (set: Partial<ItemFields>, all: ItemFields, commandId: string) => void;
  readonly closeHref: string;
  readonly onClose: () => void;
  readonly onSaved: (name: string) => void;
  readonly onRemove: () => void;
};

const CONFLICT = "lists.changed_meanwhile";
const never = () => () => undefined;

/** After a conflict: what the item says now, so that people can choose before they save again. */
function ConflictNote({ item, words }: Pick<Props, "item" | "words">) {
  const t = useTranslations("lists.form");
  const { state } = useFormScope();
  if (state.failure?.code !== CONFLICT) return null;
  const text = [
    item.name,
    words.quantity(item),
    words.price(item, item.offers[0]?.storeId ?? null)?.total,
    words.people(item)?.text,
    ...words.tags(item),
    item.note,
  ]
    .filter(Boolean)
    .join(", ");
  return <Note>{t("conflictNow", { text })}</Note>;
}

/**
 * The version that was looked at. It stays until the server says that it is old, and what is new was shown: saving
 * may not hide another's change.
 */
function VersionField({ version }: { readonly version: number }) {
  const { state } = useFormScope();
  const [seen, setSeen] = useState({ version, attempt: state.attempt });
  const isOld = state.failure?.code === CONFLICT;
  if (state.attempt !== seen.attempt) setSeen({ version: isOld ? version : seen.version, attempt: state.attempt });
  return <input type="hidden" name="version" value={isOld ? version : seen.version} readOnly />;
}

/** Everything that can be said about an item. Wrong input stays as it was typed, with the reason beside it. */
export function ItemForm({ frame, words, item, existing, commandId, queueOnly, queue, closeHref, onClose, onSaved, onRemove }: Props) {
  const t = useTranslations("lists.form");
  const tCategory = useTranslations("lists.category");
  const tCommon = useTranslations("common");
  // Another may rename the item meanwhile; the form stays the one that was opened.
  const [openedAs] = useState(item.name);
  const locale = useLocale();
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const tErrors = useTranslations("errors.lists");
  const tMoney = useTranslations("errors.money");
  const say = (code: string, values?: Readonly<Record<string, string | number>>): string => {
    const [namespace, key = ""] = code.split(".");
    const t = namespace === "money" ? tMoney : tErrors;
    return t.has(key) ? t(key, values) : tCommon("form.unexpected");
  };
  const save: FormAction = async (previous, formData) => {
    if (!queueOnly) {
      try {
        return await saveItemAction(previous, formData);
      } catch (error) {
        unstable_rethrow(error);
        // The server's own errors carry a digest; without one, it was never reached.
        if (error instanceof Error && "digest" in error) throw error;
      }
    }
    const { queueForm } = await loadQueueForm();
    return queueForm(previous, formData, {
      digits: frame.digits,
      before: existing ? item : null,
      say,
      queue: (set, all) => queue(set, all, String(formData.get(COMMAND_ID))),
    });
  };
  const decimal = (cents: ItemFields["priceCents"]) => (cents === null ? undefined : toDecimal(cents, frame.digits));
  const requesters = frame.members.filter(({ id, active }) => active || id === item.requesterId);

  return (
    <ActionFormClient
      action={scripted ? save : saveItemAction}
      commandId={commandId}
      hidden={{
        household: frame.householdId,
        list: frame.list.id,
        ...(existing ? { item: existing.id } : {}),
        ...(scripted ? { scripted: "yes" } : {}),
      }}
      label={existing ? t("title", { name: openedAs }) : t("newTitle")}
      onDone={(state) => onSaved(String(state.shown?.["name"] ?? item.name))}
    >
      {existing ? <VersionField version={existing.version} /> : null}
      <ConflictNote item={item} words={words} />
      <div className="grid items-start gap-4 desk:grid-cols-2">
        <TextField
          name="name"
          label={t("name")}
          required
          maxLength={200}
          defaultValue={item.name}
          autoComplete="off"
          autoFocus={scripted}
        />
        <div className="grid grid-cols-2 gap-3">
          <TextField
            name="quantity"
            label={t("quantity")}
            required
            inputMode="decimal"
            defaultValue={quantityText(item.quantityMilli)}
            autoComplete="off"
          />
          <TextField
            name="unit"
            label={t("unit")}
            maxLength={20}
            defaultValue={item.unit}
            placeholder={t("unitHint")}
            list="units"
            autoComplete="off"
          />
          <datalist id="units">
            {UNITS.map(({ name }) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </div>
        <MoneyField
          name="price"
          label={item.unit === "" ? t("price") : t("priceUnit", { unit: item.unit })}
          currency={frame.currency}
          defaultValue={decimal(item.priceCents)}
        />
        <SelectField
          name="category"
          label={t("category")}
          required
          defaultValue={item.category}
          options={frame.categories.map((value) => ({ value, label: tCategory(value) }))}
        />
      </div>
      <StoresField frame={frame} offers={item.offers} decimal={decimal} />
      <div className="grid items-start gap-4 desk:grid-cols-2">
        <RadioField
          name="need"
          label={t("need")}
          required
          defaultValue={item.need}
          options={[
            { value: "must", label: t("must") },
            { value: "optional", label: t("optional"), hint: t("optionalHint") },
          ]}
        />
        <div className="grid gap-4">
          <MoneyField
            name="worth"
            label={t("worth")}
            hint={t("worthHint")}
            currency={frame.currency}
            defaultValue={decimal(item.worthCents)}
          />
          <SelectField
            name="priority"
            label={t("priority")}
            required
            defaultValue={String(item.priority)}
            options={[1, 2, 3].map((level) => ({ value: String(level), label: t(`priority${level}`) }))}
          />
        </div>
        <div className="grid grid-cols-2 gap-3 desk:col-span-2">
          <DateField name="notBefore" label={t("notBefore")} defaultValue={item.notBefore ?? undefined} />
          <DateField name="neededBy" label={t("neededBy")} defaultValue={item.neededBy ?? undefined} />
        </div>
      </div>
      <WhomField frame={frame} item={item} />
      {existing ? <PayersNote frame={frame} item={item} /> : null}
      <div className="grid items-start gap-4 desk:grid-cols-2">
        {frame.adult && activeMembers(frame).length > 1 ? (
          <SelectField
            name="requester"
            label={t("requester")}
            required
            defaultValue={item.requesterId}
            options={requesters.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
        <TextField
          name="link"
          label={t("link")}
          inputMode="url"
          defaultValue={item.link ?? undefined}
          placeholder="https://"
          autoComplete="off"
        />
        <TextareaField name="note" label={t("note")} defaultValue={item.note} rows={2} lang={locale} />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton>{existing ? tCommon("save") : t("add")}</SubmitButton>
        <a href={closeHref} className="button button-quiet" onClick={(event) => onPlainClick(event, onClose)}>
          {t("cancel")}
        </a>
        {existing ? (
          <Button
            type="submit"
            form={PRESS_FORM}
            name="tick"
            value={`${existing.id}:removed`}
            variant="danger"
            className="ml-auto"
            onClick={(event) => {
              event.preventDefault();
              onRemove();
            }}
          >
            {t("remove")}
          </Button>
        ) : null}
      </div>
    </ActionFormClient>
  );
}
