import type { Actor, Role } from "@/lib/auth/actor";
import { householdKindSchema, roleSchema, settlementSchema } from "./schema";

type HouseholdRow = {
  readonly name: string;
  readonly kind: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly settlement: string;
  readonly childrenSeeBalances: boolean;
};

/** The database's CHECKs allow these words only; here they become the types. */
export function toHousehold(row: HouseholdRow): Actor["household"] {
  const { name, currency, timeZone, childrenSeeBalances } = row;
  return {
    name,
    currency,
    timeZone,
    childrenSeeBalances,
    kind: householdKindSchema.parse(row.kind),
    settlement: settlementSchema.parse(row.settlement),
  };
}

export function toRole(role: string): Role {
  return roleSchema.parse(role);
}
