import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Messages } from "@/app/_i18n/messages";
import { SignOutForm } from "@/app/_session/sign-out-form";
import { Mark } from "@/app/_ui/mark";
import { SubmitButton } from "@/app/_ui/submit-button";

/** The frame of pages that belong to a person and to no household. */
export async function PersonFrame({ children }: { readonly children: ReactNode }) {
  const [shell, auth] = await Promise.all([getTranslations("shell"), getTranslations("auth")]);
  return (
    <>
      <a className="skip-link" href="#main">
        {shell("skip")}
      </a>
      <header className="bg-cloth text-cloth-ink">
        <div className="mx-auto flex min-h-16 max-w-[640px] items-center justify-between gap-3 px-4">
          <Link href="/" className="flex min-h-11 items-center gap-2 font-display text-md font-[650] no-underline">
            <Mark size={30} purse="var(--cloth-ink)" />
            {shell("name")}
          </Link>
          <Messages namespaces={["live.signOut"]}>
            <SignOutForm>
              <SubmitButton variant="text">
                <span className="text-cloth-ink">{auth("signOut")}</span>
              </SubmitButton>
            </SignOutForm>
          </Messages>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto grid max-w-[640px] grid-cols-[minmax(0,1fr)] gap-4 px-4 pt-6 pb-12 outline-none">
        {children}
      </main>
    </>
  );
}
