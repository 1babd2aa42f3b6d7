/** Generates the database client, as every start does where the schema changed. */
import { fail } from "./launch/failure.mjs";
import { generateClient } from "./launch/generate.mjs";

generateClient().catch(fail);
