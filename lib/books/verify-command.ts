import { disconnect } from "@/lib/db/client";
import { describeDifference } from "./difference";
import { verifyBooks } from "./verify";

/** `npm run verify`: one line for each difference, and the count last. Ends with 1 when there is any. */
try {
  const { households, credits, entries, shares, differences } = await verifyBooks();
  for (const difference of differences) console.error(describeDifference(difference));
  const looked = `${households} households, ${credits} credits, ${entries} entries, ${shares} shares`;
  console.log(`${differences.length} ${differences.length === 1 ? "difference" : "differences"} in ${looked}`);
  process.exitCode = differences.length === 0 ? 0 : 1;
} finally {
  await disconnect();
}
