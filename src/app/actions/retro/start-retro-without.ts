import { isUnderWay } from "../../../domain/retro/retro.ts";
import type { RetroAction } from "./retro-action.ts";

/** Once what was written is for everybody to read, there is nothing left to start. */
export const startRetroWithout: RetroAction<"startRetroWithout"> = (_, { retro, pen }) => {
  if (!isUnderWay(retro)) pen.write({ type: "retroStartedWithout", data: {} });
  return undefined;
};
