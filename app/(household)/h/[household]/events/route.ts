import type { NextRequest } from "next/server";
import { buildId } from "@/app/_session/build-id";
import { requestActor } from "@/app/_session/request-actor";
import { findPerson } from "@/lib/auth/sessions";
import { findActor } from "@/lib/households/membership";
import { systemClock } from "@/lib/kernel/clock";
import { isId } from "@/lib/kernel/id";
import { openLiveStream, type LiveEvent } from "@/lib/lists/live-stream";
import { changesAfter } from "@/lib/lists/queries";
import { liveHub } from "@/lib/live/hub";

/** A sign of life, so that both sides notice a connection that is gone; in ms. */
const BEAT_MS = 15_000;
/** What may wait in a connection before changes are gathered; in bytes. */
const ROOM = 65_536;

const HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  // Not to be compressed either: that would hold events back.
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
};

function written(event: LiveEvent): string {
  return `${event.event === "list" ? `id: ${event.id}\n` : ""}event: ${event.event}\ndata: ${event.data}\n\n`;
}

/** Tells an open page what happens in the household: `?list=` the one it shows, `?since=` the version of it that the page has. */
export async function GET(request: NextRequest, { params }: RouteContext<"/h/[household]/events">): Promise<Response> {
  const asking = await requestActor((await params).household);
  if (typeof asking === "number") return new Response(null, { status: asking });
  const { actor, sessionId } = asking;
  const listId = request.nextUrl.searchParams.get("list");
  const since = Number(request.headers.get("last-event-id") ?? request.nextUrl.searchParams.get("since") ?? 0);
  if (listId !== null && (!isId(listId) || !(await changesAfter(actor.householdId, listId, Number.MAX_SAFE_INTEGER))))
    return new Response(null, { status: 404 });
  const version = Number.isSafeInteger(since) && since >= 0 && since < 2 ** 31 ? since : 0;

  const text = new TextEncoder();
  let live: ReturnType<typeof openLiveStream> | undefined;
  let beat: ReturnType<typeof setInterval> | undefined;
  const end = () => {
    clearInterval(beat);
    live?.close();
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        controller.enqueue(text.encode(`event: build\ndata: ${JSON.stringify(buildId())}\n\n`));
        live = openLiveStream(liveHub(), {
          actor,
          sessionId,
          list: listId === null ? null : { id: listId, version },
          actorNow: async () => {
            const found = await findPerson(sessionId, systemClock);
            return found && findActor(found.person.userId, actor.householdId);
          },
          send: (event) => {
            controller.enqueue(text.encode(written(event)));
            if (event.event !== "end") return;
            end();
            controller.close();
          },
          isFull: () => (controller.desiredSize ?? 0) <= 0,
        });
        beat = setInterval(() => {
          controller.enqueue(text.encode(": \n\n"));
          live?.pulse();
        }, BEAT_MS);
      },
      pull: () => live?.pulse(),
      cancel: end,
    },
    new ByteLengthQueuingStrategy({ highWaterMark: ROOM }),
  );
  request.signal.addEventListener("abort", end);
  return new Response(body, { headers: HEADERS });
}
