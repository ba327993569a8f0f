import { NoteValues, OptionValues } from "../../domain/note-fields.ts";
import type { EventId } from "../../domain/ids.ts";
import type { Register } from "../../domain/register.ts";
import type { NoteAction } from "./note-action.ts";
import { versionsOf } from "../../domain/register.ts";

/** Picks one of the values that people set without having seen each other's. Its writer has now seen all of them. */
export const settle: NoteAction<"settle"> = ({ option: id, field, version }, { note, pen }) => {
  const option = note.options.find((one) => one.id === id);
  if (id !== undefined && option === undefined) return { kind: "noSuchPart" };
  const picked = versionPicked({ ...(option?.fields ?? note.fields) }, field, version);
  if (picked === undefined) return { kind: "noSuchPart" };
  const fields = { [field]: picked.value };
  if (option === undefined) pen.write({ type: "noteEdited", data: { fields: NoteValues.parse(fields) } });
  else pen.write({ type: "optionEdited", data: { option: option.id, fields: OptionValues.parse(fields) } });
  return undefined;
};

/** The version of a field that was picked; undefined where there is none such. */
export const versionPicked = (
  registers: Readonly<Record<string, Register<unknown>>>,
  field: string,
  version: EventId,
): { readonly value: unknown } | undefined =>
  Object.hasOwn(registers, field)
    ? versionsOf(registers[field]).find(({ event }) => event === version)
    : undefined;
