import { BriefValues } from "../../../domain/brief/brief-fields.ts";
import type { Register } from "../../../domain/register.ts";
import type { BriefAction } from "./brief-action.ts";
import { versionsOf } from "../../../domain/register.ts";

/** Picks one of the values that people set without having seen each other's. Its writer has now seen all of them. */
export const settleBrief: BriefAction<"settleBrief"> = ({ field, version }, { brief, pen }) => {
  const registers = new Map<string, Register<unknown>>(Object.entries(brief.fields));
  const picked = versionsOf(registers.get(field)).find(({ event }) => event === version);
  if (picked === undefined) return { kind: "noSuchPart" };
  pen.write({ type: "briefEdited", data: { fields: BriefValues.parse({ [field]: picked.value }) } });
  return undefined;
};
