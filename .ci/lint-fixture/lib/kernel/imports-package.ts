// breaks: no-restricted-imports
import pg from "pg";

export const client = pg.Client;
