/** Values for the `{name}` places of a message. */
export type MessageValues = Readonly<Record<string, string | number>>;

/**
 * Turns an English message into the language of the screen: `translate("Decide by {date}", { date })`. The English text is the key, as in
 * `vscode.l10n.t`, which the extension hands in; a message with a number has a form for one and a form for many, chosen by the caller.
 */
export type Translate = (message: string, values?: MessageValues) => string;

/** Fills the `{name}` places of `message`; a place without a value stays as it is. */
export const fillIn = (message: string, values: MessageValues = {}): string =>
  message.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : place,
  );

/** A translator over a table of messages, English where the table has none. */
export const translator =
  (messages: Readonly<Record<string, string>>): Translate =>
  (message, values) =>
    fillIn(Object.hasOwn(messages, message) ? (messages[message] ?? message) : message, values);

/** The English original. */
export const english: Translate = translator({});
