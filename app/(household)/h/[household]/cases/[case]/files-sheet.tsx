import { Paperclip } from "lucide-react";
import { ActionForm } from "@/app/_forms/action-form";
import { SelectField, TextField } from "@/app/_forms/fields";
import { Disclosure } from "@/app/_ui/disclosure";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import { SubmitButton } from "@/app/_ui/submit-button";
import { FILE_KINDS } from "@/lib/cases/file-kind";
import type { FileRow } from "@/lib/cases/queries";
import { addFile, removeFile } from "../actions";
import type { CaseProps } from "./props";

/** Receipts, screenshots, letters: each with who added it and the fingerprint of its content (R33). */
export function FilesSheet({ actor, page, words: { t, base, day, size } }: CaseProps) {
  const open = page.outcome === null;
  const hidden = { household: actor.householdId, case: page.id };
  const contactOf = (file: FileRow) => page.contacts.find(({ id }) => id === file.contactId);
  const change = (file: FileRow, removed: boolean) => (
    <ActionForm
      action={removeFile}
      hidden={{ ...hidden, fileId: file.id, removed: removed ? "yes" : "no" }}
      label={t(removed ? "files.removeLabel" : "files.restoreLabel", { name: file.name })}
      className="-my-2 -ml-3.5 justify-self-start"
      summary={false}
    >
      <SubmitButton variant="text" small>
        {t(removed ? "files.remove" : "files.restore")}
      </SubmitButton>
    </ActionForm>
  );
  return (
    <Sheet aria-labelledby="files">
      <SectionTitle id="files">{t("files.title")}</SectionTitle>
      {page.files.length === 0 ? <p className="text-ink-2">{t("files.none")}</p> : null}
      <ul className="rules" aria-labelledby="files">
        {page.files.map((file) => {
          const contact = contactOf(file);
          return (
            <li key={file.id} className="grid gap-1 py-3 [overflow-wrap:anywhere]">
              <a href={`${base}/cases/${page.id}/files/${file.id}`} className="text-link justify-self-start" download>
                <Paperclip />
                {file.name}
              </a>
              <span className="text-sm text-ink-2">
                {t("files.line", { size: size(file.size), day: day(file.addedOn), by: file.by })}
                {contact ? `. ${t("files.ofContact", { day: day(contact.happenedOn) })}` : null}
              </span>
              <span className="text-xs text-ink-3">{t("files.fingerprint", { sha256: file.sha256 })}</span>
              {open ? change(file, true) : null}
            </li>
          );
        })}
        {open
          ? page.removed.files.map((file) => (
              <li key={file.id} className="grid gap-1 py-3 text-ink-2 [overflow-wrap:anywhere]">
                <span>{t("files.removed", { name: file.name })}</span>
                {change(file, false)}
              </li>
            ))
          : null}
      </ul>
      {open ? (
        <Disclosure summary={t("files.add")}>
          <ActionForm key={page.files.length} action={addFile} hidden={hidden} label={t("files.add")} doneText={t("files.done")}>
            <TextField
              name="file"
              type="file"
              label={t("files.file")}
              hint={t("files.hint")}
              accept={Object.keys(FILE_KINDS).join(",")}
              required
            />
            {page.contacts.length > 0 ? (
              <SelectField
                name="contact"
                label={t("files.contact")}
                placeholder={t("files.noContact")}
                options={page.contacts.map((contact) => ({
                  value: contact.id,
                  label: t("contacts.line", {
                    day: day(contact.happenedOn),
                    time: contact.happenedAt,
                    channel: t(`contacts.channels.${contact.channel}`),
                  }),
                }))}
              />
            ) : null}
            <SubmitButton variant="quiet">{t("files.submit")}</SubmitButton>
          </ActionForm>
        </Disclosure>
      ) : null}
    </Sheet>
  );
}
