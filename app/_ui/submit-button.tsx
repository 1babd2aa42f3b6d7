"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { Button, type ButtonVariant } from "./button";

type Props = {
  readonly children: ReactNode;
  readonly variant?: ButtonVariant;
  readonly small?: boolean;
  readonly wide?: boolean;
  readonly icon?: ReactNode;
  readonly name?: string;
  readonly value?: string;
};

/** Submits the form around it; shows that it is being sent and can't be pressed twice meanwhile. */
export function SubmitButton({ children, variant = "primary", ...rest }: Props) {
  const { pending } = useFormStatus();
  return (
    <Button {...rest} type="submit" variant={variant} pending={pending} onClick={undefined}>
      {children}
    </Button>
  );
}
