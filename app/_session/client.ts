import { headers } from "next/headers";
import type { Client } from "@/lib/auth/sessions";

/** Where this request came from. The last forwarded address is the one that our own server, or the proxy before it, saw itself. */
export async function requestClient(): Promise<Client> {
  const all = await headers();
  const ip = all.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  return { ip, userAgent: all.get("user-agent") ?? "" };
}
