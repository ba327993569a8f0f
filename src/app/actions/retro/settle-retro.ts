import { RetroValues } from "../../../domain/retro/retro-fields.ts";
import type { Register } from "../../../domain/register.ts";
import type { RetroAction } from "./retro-action.ts";
import { versionsOf } from "../../../domain/register.ts";

/** Picks one of the values that people set without having seen each other's. Its writer has now seen all of them. */
export const settleRetro: RetroAction<"settleRetro"> = ({ field, version }, { retro, pen }) => {
  const registers = new Map<string, Register<unknown>>(Object.entries(retro.fields));
  const picked = versionsOf(registers.get(field)).find(({ event }) => event === version);
  if (picked === undefined) return { kind: "noSuchPart" };
  pen.write({ type: "retroEdited", data: { fields: RetroValues.parse({ [field]: picked.value }) } });
  return undefined;
};
