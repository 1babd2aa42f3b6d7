import type { ReactNode } from "react";

/** The bar with the view's main action: on the tabs on phones, floating at the foot of the page on desktops. Last child of the page. */
export function Dock({ children }: { readonly children: ReactNode }) {
  return (
    <div className="dock">
      <div className="dock-actions">{children}</div>
    </div>
  );
}
