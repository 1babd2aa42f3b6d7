import { v7, validate, version } from "uuid";
import { z } from "zod";

/** A time-ordered identifier (UUIDv7) for rows and commands; browsers make them with the same function. */
export type Id = string;

export function newId(): Id {
  return v7();
}

/** True for any UUID version 7 in its canonical lower-case form. */
export function isId(text: string): boolean {
  return validate(text) && version(text) === 7 && text === text.toLowerCase();
}

export const idSchema = z.string().refine(isId, { message: "id" });
