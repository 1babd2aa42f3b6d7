/**
 * The outcome of a command that can be refused. Expected failures are values:
 * a stable `code` (the key of a message in `messages/<locale>/errors.json`), the `values` that message
 * needs, and the form `field` it belongs to, if any. Bugs throw.
 */
export type Failure = {
  readonly code: string;
  readonly field?: string;
  readonly values?: Readonly<Record<string, string | number>>;
};

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(code: string, details: Omit<Failure, "code"> = {}): { ok: false; failure: Failure } {
  return { ok: false, failure: { code, ...details } };
}

/**
 * Thrown inside a transaction to refuse the command and roll everything back. The command runner turns it
 * into a failed {@link Result}; it never reaches a page.
 */
export class Refusal extends Error {
  readonly failure: Failure;
  constructor(code: string, details: Omit<Failure, "code"> = {}) {
    super(`refused: ${code}`);
    this.name = "Refusal";
    this.failure = { code, ...details };
  }
}
