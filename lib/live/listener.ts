import pg from "pg";
import { log } from "@/lib/log/log";
import { CHANNEL, readNotice, type Notice } from "./notice";

const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 10_000;
/** How often a silent connection is asked whether it still lives, and how long it may take to say so. */
const ASK_EVERY_MS = 20_000;
const ANSWER_WITHIN_MS = 5_000;

type Ears = {
  readonly onNotice: (notice: Notice) => void;
  /** The connection is there again after it was not: anything may have been said meanwhile. */
  readonly onGap: () => void;
};

/** The one connection of this process that listens. It comes back by itself, however often it breaks. */
export class Listener {
  readonly #ears: Ears;
  readonly #connectionString: string;
  #client: pg.Client | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #tries = 0;
  #stopped = false;
  #listening: Promise<void>;
  #heard: () => void = () => undefined;

  constructor(connectionString: string, ears: Ears) {
    this.#connectionString = connectionString;
    this.#ears = ears;
    this.#listening = new Promise((resolve) => {
      this.#heard = resolve;
    });
    void this.#connect(false);
  }

  /** Settles once it listens for the first time. */
  ready(): Promise<void> {
    return this.#listening;
  }

  /** Tells all servers, this one included. Lost while the connection is away: only for what is said again anyway. */
  say(notice: Notice): void {
    this.#client?.query("select pg_notify($1, $2)", [CHANNEL, JSON.stringify(notice)]).catch(() => undefined);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    const client = this.#client;
    this.#client = null;
    await client?.end().catch(() => undefined);
  }

  async #connect(again: boolean): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#connectionString,
      application_name: "commonpurse live",
      connectionTimeoutMillis: ANSWER_WITHIN_MS,
      query_timeout: ANSWER_WITHIN_MS,
      keepAlive: true,
    });
    let ended = false;
    const end = () => {
      if (ended) return;
      ended = true;
      if (this.#client === client) this.#client = null;
      client.end().catch(() => undefined);
      this.#retry();
    };
    client.on("error", end);
    client.on("end", end);
    client.on("notification", ({ payload }) => {
      const notice = readNotice(payload);
      if (notice) this.#ears.onNotice(notice);
    });
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      if (this.#stopped) return end();
      this.#client = client;
      this.#tries = 0;
      this.#heard();
      if (again) this.#ears.onGap();
      this.#watch(client, end);
    } catch (error) {
      if (this.#tries === 0) log.warn({ err: error }, "Listening for changes failed; trying again");
      end();
    }
  }

  #watch(client: pg.Client, end: () => void): void {
    this.#timer = setTimeout(() => {
      client.query("select 1").then(() => {
        if (this.#client === client) this.#watch(client, end);
      }, end);
    }, ASK_EVERY_MS);
    this.#timer.unref();
  }

  #retry(): void {
    if (this.#stopped) return;
    clearTimeout(this.#timer);
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.#tries) * (0.75 + Math.random() / 2);
    this.#tries += 1;
    this.#timer = setTimeout(() => void this.#connect(true), wait);
    this.#timer.unref();
  }
}
