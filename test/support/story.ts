import assert from "node:assert/strict";
import { openNote } from "../../src/app/actions/open-note.ts";
import { performOnNote } from "../../src/app/actions/perform-on-note.ts";
import type { ActionOnNote } from "../../src/app/actions/perform-on-note.ts";
import { Pen } from "../../src/app/pen.ts";
import { foldRecord } from "../../src/domain/fold.ts";
import type { Line } from "../../src/domain/event-line.ts";
import type { Note } from "../../src/domain/note.ts";
import type { NoteValues } from "../../src/domain/note-fields.ts";
import type { Person } from "../../src/domain/person.ts";
import { Action } from "../../src/protocol/action.ts";
import type { ActionInput } from "../../src/protocol/action.ts";
import { nonce } from "./event-builders.ts";

/** An action on a note, without the note's id. */
export type Said = ActionInput extends infer Input
  ? Input extends { note: string }
    ? Omit<Input, "note">
    : never
  : never;

/** How one note came about, told line by line: who said what on which day. */
export class Story {
  readonly #lines: Line[] = [];
  #day: string;

  constructor(by: Person, day: string, fields: NoteValues = {}) {
    this.#day = day;
    const pen = Pen.forNewRecord({ by, at: this.#at });
    const refusal = openNote(
      {
        fields: { title: "One query loads every product", impact: "Search takes over 5 s", ...fields },
        anchors: [],
        threatens: [],
        nonce: nonce(),
      },
      pen,
    );
    assert.equal(refusal, undefined);
    this.#take(pen);
  }

  /** What follows is said on this day. */
  on(day: string): this {
    this.#day = day;
    return this;
  }

  says(by: Person, said: Said): this {
    return this.without(by, said, this.note);
  }

  /** Says something with the note as it was then in view, and nothing of what came after. */
  without(by: Person, said: Said, seen: Note): this {
    const action = Action.parse({ ...said, note: this.note.id }) as ActionOnNote;
    const pen = Pen.forRecord(seen, { by, at: this.#at });
    const refusal = performOnNote(action, { note: seen, me: by, isDate: () => true, pen });
    assert.equal(refusal, undefined, JSON.stringify(refusal));
    this.#take(pen);
    return this;
  }

  get lines(): readonly Line[] {
    return this.#lines;
  }

  get note(): Note {
    const [first] = this.#lines;
    const folded = foldRecord(first?.id ?? "", this.#lines);
    return folded.kind === "note" ? folded.record : assert.fail(JSON.stringify(folded));
  }

  /** The id of an option, by its letter. */
  option(letter: string): string {
    return (
      this.note.options.find((option) => option.letter === letter)?.id ?? assert.fail(`no option ${letter}`)
    );
  }

  get question(): string {
    return this.note.questions.at(-1)?.id ?? assert.fail("no question");
  }

  get decision(): string {
    return this.note.decisions.at(-1)?.id ?? assert.fail("no decision");
  }

  get #at(): string {
    return `${this.#day}T10:00:00+01:00`;
  }

  #take(pen: Pen): void {
    this.#lines.push(...pen.lines.map(({ line }) => line));
  }
}
