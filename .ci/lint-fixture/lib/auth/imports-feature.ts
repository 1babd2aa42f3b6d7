// breaks: no-restricted-imports
import { household } from "@/lib/households/queries";

export const home = household;
