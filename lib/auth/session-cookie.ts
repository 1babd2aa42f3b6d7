import NextAuth, { AuthError, CredentialsSignin } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { systemClock } from "@/lib/kernel/clock";
import { isId, type Id } from "@/lib/kernel/id";
import { ok, type Failure, type Result } from "@/lib/kernel/result";
import { log } from "@/lib/log/log";
import { openSession } from "./accounts";
import { credentialsSchema, type Credentials as Given } from "./schema";
import { authSecret } from "./secret";
import { SESSION_SECONDS, type Client } from "./sessions";

/** Carries the reason of a refused sign-in through next-auth, which only knows codes. */
class Refused extends CredentialsSignin {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super();
    this.code = failure.code;
    this.failure = failure;
  }
}

// Its HTTP endpoints are not mounted: pages and actions call these functions, so nothing else can sign anybody in.
const nextAuth = NextAuth(() => ({
  trustHost: true,
  secret: authSecret(),
  session: { strategy: "jwt", maxAge: SESSION_SECONDS },
  pages: { signIn: "/sign-in" },
  providers: [
    Credentials({
      credentials: { email: {}, password: {}, ip: {}, userAgent: {} },
      async authorize(given) {
        const { email, password } = credentialsSchema.parse(given);
        const opened = await openSession({ email, password }, { ip: String(given.ip), userAgent: String(given.userAgent) }, systemClock);
        if (!opened.ok) throw new Refused(opened.failure);
        return { id: opened.value };
      },
    }),
  ],
  callbacks: {
    // The cookie carries the session's id and nothing about the person.
    jwt: ({ token, user }) => (user?.id ? { sid: user.id } : { sid: token.sid }),
    session: ({ session, token }) => ({ expires: session.expires, sessionId: token.sid }),
  },
  logger: {
    error(error) {
      // A wrong password and a cookie that is foreign, old or tampered with are what strangers send, not what broke.
      if (error instanceof AuthError && (error instanceof CredentialsSignin || error.type === "JWTSessionError")) return;
      log.error({ err: error }, "Signing in failed");
    },
  },
}));

/** Signs in and sets the cookie on the response being made. */
export async function signIn(input: Given, client: Client): Promise<Result<null>> {
  try {
    await nextAuth.signIn("credentials", { ...input, ...client, redirect: false, redirectTo: "/" });
    return ok(null);
  } catch (error) {
    if (error instanceof Refused) return { ok: false, failure: error.failure };
    throw error;
  }
}

/** Forgets the cookie; the session's row is ended by `endSession`. */
export async function dropCookie(): Promise<void> {
  await nextAuth.signOut({ redirect: false, redirectTo: "/" });
}

/** The session id in the request's cookie, if that is genuine. Whether the session still lives is for `findPerson`. */
export async function sessionIdFromCookie(): Promise<Id | null> {
  const session: object | null = await nextAuth.auth();
  if (!session || !("sessionId" in session)) return null;
  return typeof session.sessionId === "string" && isId(session.sessionId) ? session.sessionId : null;
}
