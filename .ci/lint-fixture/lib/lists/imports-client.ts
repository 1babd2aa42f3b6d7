// breaks: no-restricted-imports
import { database } from "@/lib/db/client";

export const rows = database;
