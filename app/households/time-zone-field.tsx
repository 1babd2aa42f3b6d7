"use client";

import { useSyncExternalStore } from "react";
import { SelectField } from "@/app/_forms/fields";

const never = () => () => undefined;
const browserZone = () => new Intl.DateTimeFormat("en").resolvedOptions().timeZone;

type Props = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly zones: readonly string[];
  /** Chosen where the browser doesn't say its own. */
  readonly fallback: string;
};

/** A time zone, with the browser's own chosen beforehand. */
export function TimeZoneField({ name, label, hint, zones, fallback }: Props) {
  const zone = useSyncExternalStore(never, browserZone, () => fallback);
  const known = zones.includes(zone) ? zones : [zone, ...zones];
  // The default of a select counts when it is made: a new key makes it again with the browser's zone.
  return (
    <SelectField
      key={zone}
      name={name}
      label={label}
      hint={hint}
      required
      defaultValue={zone}
      options={known.map((value) => ({ value, label: value.replaceAll("_", " ") }))}
    />
  );
}
