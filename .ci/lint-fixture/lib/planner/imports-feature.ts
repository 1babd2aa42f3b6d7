// breaks: no-restricted-imports
import { plan } from "@/lib/plans/make";

export const made = plan;
