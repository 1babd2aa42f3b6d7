/** The secret that signs sessions and hides throttle keys. It is generated at the first start; there is no default. */
export function authSecret(): string {
  const secret = process.env.AUTH_SECRET;
  if (!secret || secret.length < 32)
    throw new Error("AUTH_SECRET is missing or shorter than 32 characters: start the app with `npm start`");
  return secret;
}
