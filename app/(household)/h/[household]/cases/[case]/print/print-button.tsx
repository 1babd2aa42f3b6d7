"use client";

import { Printer } from "lucide-react";
import { Button } from "@/app/_ui/button";

/** The browser's own print dialog, which also saves a PDF. */
export function PrintButton({ children }: { readonly children: string }) {
  return (
    <Button variant="primary" icon={<Printer />} onClick={() => window.print()}>
      {children}
    </Button>
  );
}
