import { html } from "lit";
import type { TemplateResult } from "lit";
import { plainLine, plainText } from "../../base/plain-text.ts";
import type { Person } from "../../domain/person.ts";

// Texts that come from people are shown as text: no markup, no characters that steer the reading direction, each in a direction of its own.

/** A text of one or more paragraphs. */
export const saidBlock = (text: string): TemplateResult =>
  html`<p class="said" dir="auto">${plainText(text).trim()}</p>`;

/** A text within a line. */
export const saidLine = (text: string): TemplateResult =>
  html`<span class="said-line" dir="auto">${plainLine(text)}</span>`;

const FIRST_STRONG_ISOLATE = "\u2068";
const POP_ISOLATE = "\u2069";

/** The text as a value inside a sentence of the page, so that its direction stays its own (Unicode UAX #9, isolates). */
export const isolated = (text: string): string => `${FIRST_STRONG_ISOLATE}${plainLine(text)}${POP_ISOLATE}`;

/** How somebody is called on screen: the name set in git, else the address. */
export const personName = ({ name, email }: Person): string => isolated(plainLine(name) || plainLine(email));

/** The whole claim, as set in git, for a tooltip. */
export const personClaim = ({ name, email }: Person): string =>
  email.trim() === "" ? plainLine(name) : `${plainLine(name)} ‹${plainLine(email)}›`;
