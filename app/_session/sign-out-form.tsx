"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore, type ReactNode } from "react";
import { signOut } from "@/app/(auth)/actions";

const never = () => () => undefined;

/** Signs out, and leaves nothing of the person on the device. What couldn't be sent yet is asked about first. */
export function SignOutForm({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  const t = useTranslations("live.signOut");
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const forgetAndSignOut = async () => {
    try {
      const { countUnsent, forgetDevice } = await import("@/app/_device/database");
      const count = await countUnsent();
      if (count > 0 && !window.confirm(t("unsent", { count }))) return;
      await forgetDevice();
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
    await signOut();
  };
  return (
    <form action={scripted ? forgetAndSignOut : signOut} className={className}>
      {children}
    </form>
  );
}
