"use client";

import { ScanBarcode } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState, useSyncExternalStore } from "react";
import { useFormField } from "@/app/_forms/form-context";
import { Button } from "@/app/_ui/button";
import { Field, fieldIds } from "@/app/_ui/field";
import { TextInput } from "@/app/_ui/inputs";

type Detector = { readonly detect: (image: ImageBitmap) => Promise<readonly { readonly rawValue: string }[]> };
type MadeOf = new () => Detector;

/** The browser's own reader of bar codes, where it has one. */
function detectorOf(): MadeOf | undefined {
  return (globalThis as { readonly BarcodeDetector?: MadeOf }).BarcodeDetector;
}

const never = () => () => undefined;

/** Code and PIN, typed or read from a picture. They live in this page only: a form that went wrong isn't sent back with them. */
export function CodeFields() {
  const t = useTranslations("cards");
  const common = useTranslations("common");
  const [code, setCode] = useState("");
  const [pin, setPin] = useState("");
  const [said, setSaid] = useState("");
  const picture = useRef<HTMLInputElement>(null);
  const codeField = useFormField("codeSecret");
  const pinField = useFormField("pinSecret");
  const scans = useSyncExternalStore(
    never,
    () => detectorOf() !== undefined,
    () => false,
  );

  async function scan(file: File | undefined) {
    const Reader = detectorOf();
    if (!file || !Reader) return;
    const found = await createImageBitmap(file)
      .then((image) => new Reader().detect(image))
      .catch(() => []);
    const value = found[0]?.rawValue;
    if (value !== undefined) setCode(value);
    setSaid(value === undefined ? t("scan.none") : t("scan.found"));
  }

  const codeText = { label: t("form.code"), hint: t("form.codeHint"), error: codeField.error };
  const pinText = { label: t("form.pin"), hint: t("form.pinHint"), error: pinField.error, optional: common("optional") };
  const plain = { autoComplete: "off", autoCorrect: "off", spellCheck: false } as const;
  return (
    <>
      <Field id={codeField.id} {...codeText}>
        <TextInput
          {...fieldIds(codeField.id, codeText)}
          {...plain}
          name="codeSecret"
          value={code}
          onChange={(event) => setCode(event.target.value)}
          maxLength={200}
          autoCapitalize="characters"
          required
        />
      </Field>
      {scans ? (
        <div className="grid justify-items-start gap-1">
          <Button icon={<ScanBarcode />} onClick={() => picture.current?.click()}>
            {t("scan.button")}
          </Button>
          <input
            ref={picture}
            type="file"
            accept="image/*"
            capture="environment"
            className="sr-only"
            tabIndex={-1}
            aria-label={t("scan.button")}
            onChange={(event) => void scan(event.target.files?.[0])}
          />
          <p className="text-sm text-ink-2" aria-live="polite">
            {said || t("scan.hint")}
          </p>
        </div>
      ) : null}
      <Field id={pinField.id} {...pinText}>
        <TextInput
          {...fieldIds(pinField.id, pinText)}
          {...plain}
          name="pinSecret"
          value={pin}
          onChange={(event) => setPin(event.target.value)}
          maxLength={40}
        />
      </Field>
    </>
  );
}
