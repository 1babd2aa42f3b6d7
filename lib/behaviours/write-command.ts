import { writeFileSync } from "node:fs";
import { behavioursDocument } from "./behaviours";
import { acceptanceRows, allProofs, DOCUMENT } from "./sources";

writeFileSync(DOCUMENT, behavioursDocument(acceptanceRows(), allProofs()));
