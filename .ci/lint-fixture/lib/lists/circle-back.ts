// breaks: no-cycle
import { here } from "@/lib/lists/circle";

export const there: number = here + 1;
