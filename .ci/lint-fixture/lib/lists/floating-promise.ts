// breaks: no-floating-promises
async function save(): Promise<void> {
  await Promise.resolve();
}

export function click(): void {
  save();
}
