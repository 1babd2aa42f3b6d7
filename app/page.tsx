import { redirect } from "next/navigation";
import { currentPerson } from "@/app/_session/actor";
import { membershipsOf } from "@/lib/households/membership";

/** The start: to the only household, to the choice of several, to making the first one, or to signing in. */
export default async function StartPage() {
  const person = await currentPerson();
  if (!person) redirect("/sign-in");
  const [first, ...others] = await membershipsOf(person.userId);
  if (!first) redirect("/households/new");
  redirect(others.length === 0 ? `/h/${first.householdId}` : "/households");
}
