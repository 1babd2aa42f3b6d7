"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { countUnsent, keptLists, type KeptList } from "@/app/_device/database";

/** The lists that this device keeps, and what waits to be sent. Comes back to the app by itself when the network does. */
export function KeptLists() {
  const t = useTranslations("live.offline");
  const [kept, setKept] = useState<{ readonly lists: readonly KeptList[]; readonly unsent: number } | null>(null);
  useEffect(() => {
    const read = async () => setKept({ lists: await keptLists(), unsent: await countUnsent() });
    read().catch(() => setKept({ lists: [], unsent: 0 }));
    const goBack = () => window.location.reload();
    window.addEventListener("online", goBack);
    return () => window.removeEventListener("online", goBack);
  }, []);
  if (!kept) return null;
  return (
    <>
      {kept.lists.length > 0 ? (
        <ul className="rules" aria-label={t("lists")}>
          {kept.lists.map(({ id, household, name }) => (
            <li key={id}>
              {/* A plain link: the page comes from this device, not through the router. */}
              <a href={`/h/${household}/lists/${id}`} className="flex min-h-11 items-center">
                {name}
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <p>{t("none")}</p>
      )}
      {kept.unsent > 0 ? <p className="text-sm text-ink-2">{t("unsent", { count: kept.unsent })}</p> : null}
    </>
  );
}
