import type { Actor } from "@/lib/auth/actor";
import type { CasePage } from "@/lib/cases/queries";
import type { CaseWords } from "../words";

/** What each sheet of a case is made from. */
export type CaseProps = { readonly actor: Actor; readonly page: CasePage; readonly words: CaseWords };
