import { disconnect, everyHousehold } from "@/lib/db/tenants";
import { systemClock } from "@/lib/kernel/clock";
import { tickHousehold } from "./tick";

/** `npm run remind`: the hour's work at once, for all households; `-- --at 2026-12-01T12:00:00Z` does that moment's. */
const at = process.argv.indexOf("--at");
const asked = at === -1 ? null : new Date(process.argv[at + 1] ?? "");
if (asked && Number.isNaN(asked.getTime())) {
  console.error("✗ --at wants a moment, such as 2026-12-01T12:00:00Z.");
  process.exitCode = 1;
} else {
  try {
    const clock = asked ? { now: () => asked } : systemClock;
    const sum = { writtenOff: 0, sent: 0 };
    for (const id of await everyHousehold()) {
      const { writtenOff, sent } = await tickHousehold(id, clock);
      sum.writtenOff += writtenOff;
      sum.sent += sent;
    }
    console.log(`${sum.writtenOff} balances written off, ${sum.sent} reminders sent`);
  } finally {
    await disconnect();
  }
}
