import { ActionForm } from "@/app/_forms/action-form";
import { DateField, SelectField, TextareaField, TextField } from "@/app/_forms/fields";
import { Disclosure } from "@/app/_ui/disclosure";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import { CHANNELS } from "@/lib/cases/options";
import type { ContactRow } from "@/lib/cases/queries";
import { addContact, removeContact } from "../actions";
import type { CaseProps } from "./props";

/** What was said with the store: date, time, who, how, their reference (R33). */
export function ContactsSheet({ actor, page, words: { t, day } }: CaseProps) {
  const open = page.outcome === null;
  const hidden = { household: actor.householdId, case: page.id };
  const values = (contact: ContactRow) => ({ day: day(contact.happenedOn), time: contact.happenedAt });
  const change = (contact: ContactRow, removed: boolean) => (
    <ActionForm
      action={removeContact}
      hidden={{ ...hidden, contactId: contact.id, removed: removed ? "yes" : "no" }}
      label={t(removed ? "contacts.removeLabel" : "contacts.restoreLabel", values(contact))}
      className="-my-2 -ml-3.5 justify-self-start"
      summary={false}
    >
      <SubmitButton variant="text" small>
        {t(removed ? "contacts.remove" : "contacts.restore")}
      </SubmitButton>
    </ActionForm>
  );
  return (
    <Sheet aria-labelledby="contacts">
      <SectionTitle id="contacts">{t("contacts.title")}</SectionTitle>
      {page.contacts.length === 0 ? <p className="text-ink-2">{t("contacts.none")}</p> : null}
      <ul className="rules" aria-labelledby="contacts">
        {page.contacts.map((contact) => (
          <li key={contact.id} className="grid gap-1 py-3 [overflow-wrap:anywhere]">
            <span className="row-name">
              {t("contacts.line", { ...values(contact), channel: t(`contacts.channels.${contact.channel}`) })}
            </span>
            {contact.representative ? <span>{t("contacts.with", { name: contact.representative })}</span> : null}
            {contact.reference ? <span>{t("contacts.referenceLine", { reference: contact.reference })}</span> : null}
            {contact.note ? <span className="whitespace-pre-line">{contact.note}</span> : null}
            <span className="text-sm text-ink-2">{t("contacts.by", { by: contact.by })}</span>
            {open ? change(contact, true) : null}
          </li>
        ))}
        {open
          ? page.removed.contacts.map((contact) => (
              <li key={contact.id} className="grid gap-1 py-3 text-ink-2">
                <span>{t("contacts.removed", values(contact))}</span>
                {change(contact, false)}
              </li>
            ))
          : null}
      </ul>
      {open ? (
        <Disclosure summary={t("contacts.add")}>
          <ActionForm
            key={page.contacts.length}
            action={addContact}
            hidden={hidden}
            label={t("contacts.add")}
            doneText={t("contacts.done")}
          >
            <div className="grid grid-cols-2 items-start gap-4">
              <DateField name="happenedOn" label={t("contacts.on")} max={page.today} defaultValue={page.today} required />
              <TextField name="happenedAt" type="time" label={t("contacts.at")} required />
            </div>
            <SelectField
              name="channel"
              label={t("contacts.channel")}
              options={CHANNELS.map((value) => ({ value, label: t(`contacts.channels.${value}`) }))}
              defaultValue="chat"
              required
            />
            <TextField name="representative" label={t("contacts.representative")} maxLength={120} autoComplete="off" />
            <TextField name="reference" label={t("contacts.reference")} maxLength={120} autoComplete="off" />
            <TextareaField name="note" label={t("contacts.note")} rows={3} maxLength={2000} />
            <SubmitButton variant="quiet">{t("contacts.submit")}</SubmitButton>
          </ActionForm>
        </Disclosure>
      ) : null}
    </Sheet>
  );
}
