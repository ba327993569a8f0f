import type { Translate } from "../../base/translate.ts";
import type { Role } from "../../domain/words.ts";
import type { Choice } from "../prompts.ts";
import { done, left } from "./command.ts";
import type { Command } from "./command.ts";

/** It changes order and words, never rights. */
export const setYourRole: Command = async ({ sessions, prompts, wording }) => {
  const open = await sessions.opened();
  const [first] = open;
  if (first === undefined) return sessions.problem() ?? { kind: "noFolder" };
  const role = await prompts.choose({
    title: wording.translate("Set Your Role"),
    prompt: wording.translate("What do you do here?"),
    choices: roles(wording.translate),
    preselected: first.role() ?? undefined,
  });
  if (role === undefined) return left;
  for (const session of open) await session.setRole(role);
  return done;
};

const roles = (translate: Translate): readonly Choice<Role>[] => [
  { label: translate("I write code"), value: "engineer" },
  { label: translate("I lead the engineering side"), value: "lead" },
  { label: translate("I look after the product"), value: "pm" },
];
