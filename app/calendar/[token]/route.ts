import { systemClock } from "@/lib/kernel/clock";
import { calendarAt } from "@/lib/reminders/feed";

/** A member's calendar, for a calendar program: whoever has the address reads it, and nothing else (R75). */
export async function GET(_request: Request, { params }: RouteContext<"/calendar/[token]">): Promise<Response> {
  const calendar = await calendarAt((await params).token, systemClock);
  if (calendar === null) return new Response("Not found", { status: 404 });
  return new Response(calendar, {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="commonpurse.ics"',
      "cache-control": "private, max-age=300",
      "x-robots-tag": "noindex",
      "referrer-policy": "no-referrer",
    },
  });
}
