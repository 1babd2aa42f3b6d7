import type { Actor } from "@/lib/auth/actor";
import { signUp } from "@/lib/auth/accounts";
import type { Person } from "@/lib/auth/sessions";
import { addMember, changeSettings, createInvite } from "@/lib/households/commands";
import { createHousehold } from "@/lib/households/create";
import { inviteToken } from "@/lib/households/invite-token";
import { join } from "@/lib/households/join";
import { findActor } from "@/lib/households/membership";
import { present } from "@/lib/kernel/assert";
import { systemClock } from "@/lib/kernel/clock";
import { newId, type Id } from "@/lib/kernel/id";
import { expectDone } from "./expect";
import { DEMO_PEOPLE, demoPassword, type DemoPerson } from "./sign-in";

const CLIENT = { ip: "127.0.0.1", userAgent: "the demo's loader" };

export type DemoHousehold = { readonly anna: Actor; readonly ben: Actor; readonly cleo: Id };

async function person(key: DemoPerson): Promise<Person> {
  const { name, email } = DEMO_PEOPLE[key];
  const userId = await expectDone(`signing up ${name}`, signUp({ name, email, password: demoPassword() }, CLIENT, systemClock));
  return { userId, sessionId: newId(), name, email };
}

/** Anna makes the household "Ferreira", Ben joins by her link, Cleo has no sign-in. */
export async function demoPeople(): Promise<DemoHousehold> {
  const [annaPerson, benPerson] = [await person("anna"), await person("ben")];
  const householdId = await expectDone(
    "making the household",
    createHousehold(annaPerson, newId(), { name: "Ferreira", kind: "family", currency: "USD", timeZone: "America/New_York" }),
  );
  const founder = present(await findActor(annaPerson.userId, householdId), "Anna's membership");
  const inviteId = await expectDone("inviting Ben", createInvite(founder, newId(), { role: "adult", email: null }, systemClock));
  await expectDone("joining", join(benPerson, inviteToken(householdId, inviteId), systemClock));
  const cleo = await expectDone("adding Cleo", addMember(founder, newId(), { name: "Cleo" }));
  await expectDone(
    "settings",
    changeSettings(founder, newId(), { name: "Ferreira", timeZone: "America/New_York", settlement: "even_up", childrenSeeBalances: false }),
  );
  return {
    anna: present(await findActor(annaPerson.userId, householdId), "Anna's membership"),
    ben: present(await findActor(benPerson.userId, householdId), "Ben's membership"),
    cleo,
  };
}
