/** The purse: our sign. Two colours, so that it can lie on cloth and on paper. */
export function Mark({
  size = 28,
  purse = "currentColor",
  clasp = "var(--gift)",
}: {
  readonly size?: number;
  readonly purse?: string;
  readonly clasp?: string;
}) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className="flex-none">
      <circle cx="13.4" cy="5" r="2.6" fill={clasp} />
      <circle cx="18.6" cy="5" r="2.6" fill={clasp} />
      <path d="M5 10.5h22" stroke={clasp} strokeWidth="2.6" strokeLinecap="round" />
      <path d="M15.2 13.5H6.4C4 17.4 2.6 20.3 2.6 23c0 4.2 3.4 6.4 12.6 6.4z" fill={purse} />
      <path d="M16.8 13.5h8.8c2.4 3.9 3.8 6.8 3.8 9.5 0 4.2-3.4 6.4-12.6 6.4z" fill={purse} opacity=".72" />
    </svg>
  );
}
