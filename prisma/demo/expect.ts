import type { Result } from "@/lib/kernel/result";

/** The value of a command that can't be refused in the demo; a refusal is a bug and names the command. */
export async function expectDone<T>(what: string, result: Promise<Result<T>>): Promise<T> {
  const answer = await result;
  if (answer.ok) return answer.value;
  throw new Error(`demo: ${what} was refused: ${JSON.stringify(answer.failure)}`);
}
