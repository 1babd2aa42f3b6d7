import { ActionForm } from "../../_forms/action-form";
import {
  CheckboxesField,
  CheckboxField,
  DateField,
  MoneyField,
  RadioField,
  SelectField,
  TextareaField,
  TextField,
} from "../../_forms/fields";
import { PasswordField } from "../../_forms/password-field";
import { SubmitButton } from "../../_ui/submit-button";
import { SectionTitle, Sheet } from "../../_ui/sheet";
import { tryForm } from "./actions";

export function FormKit() {
  return (
    <Sheet>
      <SectionTitle>A form</SectionTitle>
      <ActionForm action={tryForm} doneText="Saved" label="Example">
        <TextField name="name" label="Name" hint="“refuse” is refused, “break” breaks." required />
        <TextField name="email" label="E-mail" type="email" autoComplete="off" required />
        <PasswordField label="Password" autoComplete="current-password" />
        <MoneyField name="amount" label="Amount on the account" currency="USD" required />
        <DateField name="expires" label="Last usable day" required />
        <SelectField
          name="origin"
          label="Where it came from"
          placeholder="Choose"
          required
          options={[
            { value: "gift_card", label: "Gift card" },
            { value: "refund", label: "Refund" },
          ]}
        />
        <RadioField
          name="kind"
          label="Kind of household"
          required
          options={[
            { value: "family", label: "Family", hint: "Shares as gifts" },
            { value: "flat", label: "Shared flat", hint: "Shares are evened up" },
          ]}
        />
        <CheckboxesField
          name="who"
          label="For"
          options={[
            { value: "anna", label: "Anna" },
            { value: "ben", label: "Ben" },
          ]}
          defaultValues={["ben"]}
        />
        <TextareaField name="note" label="Note" />
        <CheckboxField name="agreed" label="I read the terms" hint="With a link or the text" />
        <SubmitButton>Save the balance</SubmitButton>
      </ActionForm>
    </Sheet>
  );
}
