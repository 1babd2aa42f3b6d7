"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { PillChoices } from "./pills";
import { THEME_COOKIE, type Theme } from "./theme";

const A_YEAR = 31_536_000;

function wear(theme: Theme): void {
  const secure = location.protocol === "https:" ? "; secure" : "";
  const age = theme === "system" ? 0 : A_YEAR;
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${age}; samesite=lax${secure}`;
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Light, dark, or as the device is. Applied at once, and by the server from then on, so that nothing flashes. */
export function ThemeChoice({ theme }: { readonly theme: Theme }) {
  const t = useTranslations("common.theme");
  const [chosen, setChosen] = useState(theme);
  return (
    <PillChoices
      label={t("label")}
      choices={[
        { value: "system", label: t("system") },
        { value: "light", label: t("light") },
        { value: "dark", label: t("dark") },
      ]}
      value={chosen}
      onValue={(value: Theme) => {
        setChosen(value);
        wear(value);
      }}
    />
  );
}
