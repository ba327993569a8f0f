// All that plainText takes out; JSON can hold it without any of it reaching a terminal (RFC 8259 §7).
const steering = /[\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029]/g;

/** A document as JSON text: every character that could steer a terminal is an escape, so the text is exact and safe to look at. */
export const jsonText = (document: object): string =>
  JSON.stringify(document, null, 2).replace(
    steering,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
