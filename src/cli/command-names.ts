/** Every command, in the order of the help. */
export const commandNames = [
  "add",
  "edit",
  "option",
  "ask",
  "answer",
  "decide",
  "hear",
  "comment",
  "list",
  "show",
  "log",
  "sync",
  "redact",
  "check",
  "compact",
  "export",
] as const;

export type CommandName = (typeof commandNames)[number];
