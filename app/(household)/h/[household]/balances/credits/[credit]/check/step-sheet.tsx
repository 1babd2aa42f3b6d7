import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import type { PathStep } from "@/lib/credits/path";

/** One of the eight steps: its number, whether it is done, and what belongs to it. */
export function StepSheet({ step, number, children }: { readonly step: PathStep; readonly number: number; readonly children: ReactNode }) {
  const t = useTranslations("check");
  return (
    <Sheet aria-labelledby={step.step}>
      <SectionTitle id={step.step} end={t(`state.${step.state}`)}>
        {t("stepTitle", { number, title: t(`${step.step}.title`) })}
      </SectionTitle>
      <p>{t(`${step.step}.text`)}</p>
      {children}
    </Sheet>
  );
}
