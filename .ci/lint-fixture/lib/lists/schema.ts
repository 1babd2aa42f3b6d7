// breaks: no-restricted-imports
import { inHousehold } from "@/lib/db/transaction";

export const door = inHousehold;
