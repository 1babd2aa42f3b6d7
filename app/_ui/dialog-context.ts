"use client";

import { createContext } from "react";

/** Closes the dialog around, if there is one: a form inside calls it when it is done. */
export const CloseDialogContext = createContext<(() => void) | null>(null);
