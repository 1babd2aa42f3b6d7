// breaks: no-restricted-imports
import { row } from "@/app/_ui/rows";

export const shown = row;
