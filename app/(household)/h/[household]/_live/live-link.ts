import type { ListChanges } from "@/lib/lists/queries";
import { changesFromWire, type WireChanges } from "@/lib/lists/wire";

/** What a page is told apart from its list; "gap": the link was away, anything may have changed. */
export type LiveTopic = "lists" | "plans" | "balances" | "household" | "gap";
/** `signedOut`: the session has ended; `gone`: the household isn't there for this person any more. */
export type LinkState = "connecting" | "open" | "signedOut" | "gone";

export type ListWatch = {
  readonly listId: string;
  /** The version of the list that the page has. */
  readonly version: () => number;
  readonly onChanges: (changes: ListChanges) => void;
  readonly onHere: (memberIds: readonly string[]) => void;
  readonly onState: (state: LinkState) => void;
};

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
/** The server gives a sign of life every 15 s; without one for so long, the connection is gone. In ms. */
const SILENT_MS = 40_000;
/** A page nobody looks at lets go of its connection after a while; browsers allow few per server. In ms. */
const HIDDEN_MS = 30_000;

/** The one connection of this page on which it hears what happens in the household. It comes back by itself: on wake, on focus, and with growing pauses. */
class LiveLink {
  readonly #household: string;
  readonly #topics = new Set<(topic: LiveTopic) => void>();
  readonly #builds = new Set<(build: string) => void>();
  #list: ListWatch | null = null;
  #connection: AbortController | null = null;
  #state: LinkState = "connecting";
  #tries = 0;
  #opened = false;
  #heardAt = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #hidden: ReturnType<typeof setTimeout> | undefined;
  #soon: ReturnType<typeof setTimeout> | undefined;

  constructor(household: string) {
    this.#household = household;
    document.addEventListener("visibilitychange", this.#onVisible);
    window.addEventListener("focus", this.#onLook);
    window.addEventListener("pageshow", this.#onLook);
    window.addEventListener("online", this.#onOnline);
    window.addEventListener("pagehide", this.#close);
  }

  onTopic(hear: (topic: LiveTopic) => void): () => void {
    this.#topics.add(hear);
    this.#connectSoon();
    return () => {
      this.#topics.delete(hear);
      this.#connectSoon();
    };
  }

  /** Hears which build the server runs, each time it is reached. */
  onBuild(hear: (build: string) => void): () => void {
    this.#builds.add(hear);
    return () => this.#builds.delete(hear);
  }

  /** Follows a list, one at a time: the one that the page shows. */
  watchList(watch: ListWatch): () => void {
    this.#list = watch;
    watch.onState(this.#state);
    this.#connection?.abort();
    this.#connection = null;
    this.#connectSoon();
    return () => {
      if (this.#list !== watch) return;
      this.#list = null;
      this.#close();
      this.#connectSoon();
    };
  }

  // Pages and their frame come and go in one breath; the connection follows when that is over.
  #connectSoon(): void {
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => {
      if (this.#topics.size === 0 && this.#list === null) this.#close();
      else this.#connect();
    });
  }

  readonly #close = (): void => {
    for (const timer of [this.#retry, this.#silence]) clearTimeout(timer);
    this.#connection?.abort();
    this.#connection = null;
  };

  readonly #onVisible = (): void => {
    clearTimeout(this.#hidden);
    if (document.visibilityState === "visible") this.#onLook();
    else this.#hidden = setTimeout(this.#close, HIDDEN_MS);
  };

  /** Somebody looks at the page: a connection that has been silent may have died in its sleep. */
  readonly #onLook = (): void => {
    if (Date.now() - this.#heardAt > SILENT_MS / 2) this.#close();
    this.#tries = 0;
    this.#connectSoon();
  };

  readonly #onOnline = (): void => {
    this.#close();
    this.#tries = 0;
    this.#connectSoon();
  };

  #say(state: LinkState): void {
    this.#state = state;
    this.#list?.onState(state);
  }

  #connect(): void {
    if (this.#connection) return;
    clearTimeout(this.#retry);
    const connection = new AbortController();
    this.#connection = connection;
    void this.#listen(connection).catch(() => {
      if (this.#connection !== connection) return;
      this.#close();
      this.#say("connecting");
      const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.#tries) * (0.6 + Math.random() * 0.8);
      this.#tries += 1;
      this.#retry = setTimeout(() => this.#connect(), wait);
    });
  }

  async #listen(connection: AbortController): Promise<void> {
    const query = this.#list ? `?list=${this.#list.listId}&since=${this.#list.version()}` : "";
    const response = await fetch(`/h/${this.#household}/events${query}`, { cache: "no-store", signal: connection.signal });
    if (response.status === 401 || response.status === 404) return this.#say(response.status === 401 ? "signedOut" : "gone");
    if (!response.ok || !response.body) throw new Error(`events answered ${response.status}`);
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    for (;;) {
      this.#alive(connection);
      const { done, value } = await reader.read();
      if (done) throw new Error("events ended");
      text += value;
      const parts = text.split("\n\n");
      text = parts.pop() ?? "";
      for (const part of parts) if (this.#hear(part) === "end") return;
    }
  }

  #alive(connection: AbortController): void {
    this.#heardAt = Date.now();
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => connection.abort(), SILENT_MS);
  }

  #hear(part: string): string {
    const field = (name: string) =>
      part
        .split("\n")
        .find((line) => line.startsWith(`${name}: `))
        ?.slice(name.length + 2) ?? "";
    const [event, data] = [field("event"), field("data")];
    if (event === "hello") {
      this.#tries = 0;
      this.#say("open");
      if (this.#opened) this.#tell("gap");
      this.#opened = true;
    }
    if (event === "build") for (const hear of this.#builds) hear(JSON.parse(data) as string);
    if (event === "list") this.#list?.onChanges(changesFromWire(JSON.parse(data) as WireChanges));
    if (event === "here") this.#list?.onHere(JSON.parse(data) as string[]);
    if (event === "topic") this.#tell(JSON.parse(data) as LiveTopic);
    if (event === "end") this.#say("gone");
    return event;
  }

  #tell(topic: LiveTopic): void {
    for (const hear of this.#topics) hear(topic);
  }
}

const links = new Map<string, LiveLink>();

/** The link of this page to what happens in a household. */
export function liveLink(household: string): LiveLink {
  const link = links.get(household) ?? new LiveLink(household);
  links.set(household, link);
  return link;
}
