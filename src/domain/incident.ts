import type { Note } from "./note.ts";

/** An incident that nobody has called over, closed or withdrawn. */
export const isRunning = ({ fields }: Note): boolean =>
  fields.kind.value === "incident" && fields.overSince.value === null && fields.closed.value === null;
