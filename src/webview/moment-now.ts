import type { Moment } from "../domain/dates.ts";
import { inZone } from "../domain/zone.ts";

/** Now, on this machine's clock and in its zone. */
export function momentNow(): Moment {
  const now = new Date();
  return inZone(now.toISOString(), -now.getTimezoneOffset());
}
