// breaks: no-explicit-any
export function price(value: any): string {
  return String(value);
}
