import { disconnect } from "@/lib/db/client";
import { keyFile, keyRing } from "@/lib/cards/key-ring";
import { rotateCardKey } from "./rotate";

/** `npm run rotate-card-key`: a new key for the codes of all cards. May be stopped and called again at any time. */
try {
  if (keyFile() === null && keyRing().keys.size === 1) {
    console.error("The key is kept in COMMONPURSE_ENCRYPTION_KEY. Put a new one in front of it, as in “2:<new> 1:<old>”, start the app");
    console.error("with both, and call this again; then the old one can go.");
    process.exitCode = 1;
  } else {
    const { cards, version, oldKeysRemoved } = await rotateCardKey();
    console.log(`${cards} ${cards === 1 ? "card has" : "cards have"} key ${version} now.`);
    if (oldKeysRemoved) console.log("The older key is gone: backups made before today need the secrets of their own day.");
    else console.log("The older keys are still kept. Where you keep them in the environment, they can go now; else call this again.");
  }
} finally {
  await disconnect();
}
