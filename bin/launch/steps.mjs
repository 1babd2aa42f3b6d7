/**
 * Runs one step of a start and shows that it is under way and how long it took. On a terminal the line counts the seconds.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const began = Date.now();
  const terminal = process.stdout.isTTY === true;
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(1)} s`;
  process.stdout.write(terminal ? `  ${name} …` : `  ${name} …\n`);
  const ticking = terminal ? setInterval(() => process.stdout.write(`\r  ${name} … ${seconds()}`), 500) : undefined;
  try {
    const result = await work();
    process.stdout.write(`${terminal ? "\r\u001b[K" : ""}✓ ${name} (${seconds()})\n`);
    return result;
  } catch (error) {
    process.stdout.write(`${terminal ? "\r\u001b[K" : ""}✗ ${name} (${seconds()})\n`);
    throw error;
  } finally {
    clearInterval(ticking);
  }
}
