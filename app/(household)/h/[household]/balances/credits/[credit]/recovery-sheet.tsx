import { useTranslations } from "next-intl";
import { RowLink } from "@/app/_ui/rows";
import { SectionTitle, Sheet } from "@/app/_ui/sheet";
import type { Id } from "@/lib/kernel/id";

/** When something is wrong with a balance: the guided case (R1), the question to the store (R93), the seven points (R40). */
export function RecoverySheet({ base, credit }: { readonly base: string; readonly credit: Id }) {
  const t = useTranslations("cases.entry");
  const rows = [
    { key: "mistake", href: `${base}/cases/new?credit=${credit}` },
    { key: "unsure", href: `${base}/cases/new?about=question&credit=${credit}` },
    { key: "points", href: `${base}/cases/checklist/${credit}` },
  ] as const;
  return (
    <Sheet flush aria-labelledby="recovery">
      <SectionTitle id="recovery">{t("title")}</SectionTitle>
      <ul className="rules">
        {rows.map(({ key, href }) => (
          <li key={key}>
            <RowLink href={href} title={t(key)}>
              {t(`${key}Text`)}
            </RowLink>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
