import type { Id } from "@/lib/kernel/id";

/** What another server said counts this long; each says it again well before. In ms. */
const BELIEVED_FOR_MS = 60_000;

/** Who looks at which list, as all servers on this database say. */
export class Presence {
  readonly #byList = new Map<Id, Map<Id, { readonly members: readonly Id[]; readonly until: number }>>();
  readonly #known = new Map<Id, string>();

  /** True when who is there has changed since the last word on this list, also by servers that fell silent. */
  hear(list: Id, server: Id, members: readonly Id[], now: number): boolean {
    const servers = this.#byList.get(list) ?? new Map();
    if (members.length > 0) servers.set(server, { members, until: now + BELIEVED_FOR_MS });
    else servers.delete(server);
    if (servers.size > 0) this.#byList.set(list, servers);
    else this.#byList.delete(list);
    const here = this.on(list, now).join();
    const changed = here !== (this.#known.get(list) ?? "");
    if (here === "") this.#known.delete(list);
    else this.#known.set(list, here);
    return changed;
  }

  /** The members on a list, each once, in a steady order. */
  on(list: Id, now: number): Id[] {
    const servers = [...(this.#byList.get(list)?.values() ?? [])].filter(({ until }) => until > now);
    return [...new Set(servers.flatMap(({ members }) => members))].sort();
  }
}
