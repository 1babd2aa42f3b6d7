"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useFormScope } from "@/app/_forms/form-context";

const PATIENCE_MS = 1_000;

/** Says that the plan is still being worked out when it takes longer than a second. */
export function StillWorking() {
  const { pending } = useFormScope();
  return (
    <p role="status" className="text-sm text-ink-2 empty:sr-only">
      {pending ? <AfterASecond /> : null}
    </p>
  );
}

function AfterASecond() {
  const t = useTranslations("plans.working");
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return late ? t("still") : null;
}
