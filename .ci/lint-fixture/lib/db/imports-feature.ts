// breaks: no-restricted-imports
import { addItem } from "@/lib/lists/commands";

export const add = addItem;
