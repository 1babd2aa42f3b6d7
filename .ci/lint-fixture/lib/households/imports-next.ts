// breaks: no-restricted-imports
import { redirect } from "next/navigation";

export const away = redirect;
