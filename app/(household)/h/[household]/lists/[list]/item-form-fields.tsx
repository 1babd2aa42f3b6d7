"use client";

import { useLocale, useTranslations } from "next-intl";
import { RadioField } from "@/app/_forms/fields";
import { useFormField } from "@/app/_forms/form-context";
import { Avatar, memberColour } from "@/app/_ui/avatar";
import { FieldError, FieldGroup, fieldIds } from "@/app/_ui/field";
import { Checkbox, MoneyInput, TextInput } from "@/app/_ui/inputs";
import { currencySign } from "@/lib/i18n/money";
import type { ItemFields } from "@/lib/lists/item";
import { isEven } from "@/lib/lists/parts";
import type { ListMember, ListStore } from "@/lib/lists/queries";
import type { Frame } from "./frame";
import { forField, partsField, storeField, storePriceField } from "./item-field-names";

type StoreRowProps = { readonly store: ListStore; readonly frame: Frame; readonly ticked: boolean; readonly price: string | undefined };

function StoreRow({ store, frame, ticked, price }: StoreRowProps) {
  const t = useTranslations("lists.form");
  const tick = useFormField(storeField(store.id), ticked ? "on" : undefined);
  const amount = useFormField(storePriceField(store.id), price);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_9rem] items-start gap-3 py-1">
      <Checkbox id={tick.id} name={storeField(store.id)} defaultChecked={tick.value === "on"} label={store.name} />
      <div className="grid gap-1">
        <MoneyInput
          {...fieldIds(amount.id, { error: amount.error })}
          name={storePriceField(store.id)}
          sign={currencySign(frame.currency, useLocale())}
          defaultValue={amount.value}
          aria-label={t("storePrice", { store: store.name })}
        />
        {amount.error ? <FieldError id={amount.id}>{amount.error}</FieldError> : null}
      </div>
    </div>
  );
}

/** Where the item can be had, with the price there. */
export function StoresField({
  frame,
  offers,
  decimal,
}: {
  readonly frame: Frame;
  readonly offers: ItemFields["offers"];
  readonly decimal: (cents: ItemFields["priceCents"]) => string | undefined;
}) {
  const t = useTranslations("lists.form");
  const offerAt = (storeId: string) => offers.find((offer) => offer.storeId === storeId);
  const stores = frame.stores.filter(({ id, active }) => active || offerAt(id) !== undefined);
  if (stores.length === 0) return null;
  return (
    <FieldGroup id="stores" label={t("stores")} hint={t("storesHint")}>
      <div className="rules">
        {stores.map((store) => (
          <StoreRow
            key={store.id}
            store={store}
            frame={frame}
            ticked={offerAt(store.id) !== undefined}
            price={decimal(offerAt(store.id)?.unitPriceCents ?? null)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

function MemberRow({
  member,
  ticked,
  parts,
}: {
  readonly member: ListMember;
  readonly ticked: boolean;
  readonly parts: string | undefined;
}) {
  const t = useTranslations("lists.form");
  const tick = useFormField(forField(member.id), ticked ? "on" : undefined);
  const count = useFormField(partsField(member.id), parts);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_5.5rem] items-start gap-3 py-1">
      <Checkbox
        id={tick.id}
        name={forField(member.id)}
        defaultChecked={tick.value === "on"}
        label={
          <span className="inline-flex items-center gap-2">
            <Avatar name={member.name} colour={memberColour(member.colour)} />
            {member.name}
          </span>
        }
      />
      <div className="grid gap-1">
        <TextInput
          {...fieldIds(count.id, { error: count.error })}
          name={partsField(member.id)}
          inputMode="numeric"
          defaultValue={count.value}
          placeholder="1"
          aria-label={t("parts", { name: member.name })}
          autoComplete="off"
        />
        {count.error ? <FieldError id={count.id}>{count.error}</FieldError> : null}
      </div>
    </div>
  );
}

/** Whom the item is for: everyone, or those ticked, in parts where they aren't even. */
export function WhomField({ frame, item }: { readonly frame: Frame; readonly item: Pick<ItemFields, "forAll" | "parts"> }) {
  const t = useTranslations("lists.form");
  const partOf = (memberId: string) => item.parts.find((part) => part.memberId === memberId);
  const members = frame.members.filter(({ id, active }) => active || partOf(id) !== undefined);
  const written = (memberId: string) => (isEven(item.parts) ? undefined : partOf(memberId)?.parts.toString());
  return (
    <div className="grid gap-2">
      <RadioField
        name="forWhom"
        label={t("forWhom")}
        required
        defaultValue={item.forAll ? "all" : "some"}
        options={[
          { value: "all", label: t("forAll") },
          { value: "some", label: t("forSome"), hint: t("forSomeHint") },
        ]}
      />
      <div className="rules pl-4">
        {members.map((member) => (
          <MemberRow key={member.id} member={member} ticked={partOf(member.id) !== undefined} parts={written(member.id)} />
        ))}
      </div>
    </div>
  );
}
