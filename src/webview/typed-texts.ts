import type { RecordId } from "../domain/ids.ts";

/** Stands for a note where a text belongs to none yet. Such a text is kept by the page alone. */
export const NO_NOTE = "";

interface TypedText {
  /** Undefined once it was said or thrown away. */
  readonly text: string | undefined;
  /** The host has it. */
  readonly kept: boolean;
  /** Typed on this page, not handed over by the host. */
  readonly own: boolean;
}

export interface TextToKeep {
  readonly note: RecordId;
  readonly key: string;
  readonly text: string;
}

/**
 * What is being typed in every box of the page, by note and by the key of the box. What was typed here wins over what the host sends, always:
 * a state of the note that was on its way while somebody typed brings an older text back, which must not take the place of the newer.
 */
export class TypedTexts {
  readonly #notes = new Map<RecordId, Map<string, TypedText>>();
  /** What is typed under these is handed to the host and kept nowhere else. */
  readonly #private = new Set<RecordId>();

  /** What stands in a box; undefined where nobody typed. */
  text(note: RecordId, key: string): string | undefined {
    return this.#notes.get(note)?.get(key)?.text;
  }

  /** Keys of a note in which something stands. */
  keys(note: RecordId): readonly string[] {
    return [...(this.#notes.get(note) ?? [])]
      .filter(([, { text }]) => text !== undefined && text !== "")
      .map(([key]) => key);
  }

  type(note: RecordId, key: string, text: string): void {
    this.#boxes(note).set(key, { text, kept: note === NO_NOTE, own: true });
  }

  /** From now on VS Code gets nothing of it to keep: the host's private file is the only place. */
  keepPrivate(note: RecordId): void {
    this.#private.add(note);
  }

  isPrivate(note: RecordId): boolean {
    return this.#private.has(note);
  }

  /** Lets go of everything private, so that what the host has stands in the boxes. */
  dropPrivate(): void {
    for (const note of this.#private) this.drop(note);
  }

  /** Lets go of everything under a note, without a word to the host. */
  drop(note: RecordId): void {
    this.#notes.delete(note);
  }

  /** Forgets what was typed: it was said, or thrown away. */
  forget(note: RecordId, keys: readonly string[]): void {
    const boxes = this.#boxes(note);
    for (const key of keys) {
      if (boxes.has(key)) boxes.set(key, { text: undefined, kept: note === NO_NOTE, own: true });
    }
  }

  /** Takes in what the host kept, for the boxes in which nobody typed and which are not in use. */
  receive(note: RecordId, typed: Readonly<Record<string, string>>, inUse: (key: string) => boolean): void {
    const boxes = this.#boxes(note);
    const arrived = new Map(Object.entries(typed));
    for (const [key, text] of arrived) {
      if (boxes.get(key)?.own !== true && !inUse(key)) boxes.set(key, { text, kept: true, own: false });
    }
    for (const [key, { own }] of boxes) if (!own && !arrived.has(key) && !inUse(key)) boxes.delete(key);
  }

  /** What the host has not got yet. A text that is gone is an empty one to it. */
  unkept(): readonly TextToKeep[] {
    return [...this.#notes].flatMap(([note, boxes]) =>
      [...boxes].filter(([, { kept }]) => !kept).map(([key, { text }]) => ({ note, key, text: text ?? "" })),
    );
  }

  /** What belongs to no note. */
  withoutNote(): readonly TextToKeep[] {
    return this.keys(NO_NOTE).map((key) => ({ note: NO_NOTE, key, text: this.text(NO_NOTE, key) ?? "" }));
  }

  /** The host has this now, unless something else was typed meanwhile. */
  markKept({ note, key, text }: TextToKeep): void {
    const boxes = this.#notes.get(note);
    const here = boxes?.get(key);
    if (here !== undefined && (here.text ?? "") === text) boxes?.set(key, { ...here, kept: true });
  }

  #boxes(note: RecordId): Map<string, TypedText> {
    const known = this.#notes.get(note);
    if (known !== undefined) return known;
    const boxes = new Map<string, TypedText>();
    this.#notes.set(note, boxes);
    return boxes;
  }
}
