import assert from "node:assert/strict";
import type { ChoiceQuestion, Prompts, TextQuestion, Typed, Weight } from "../../../src/host/prompts.ts";

/** An answer: Enter on a text, Esc on what was typed by then, a choice or a button by its label, or Esc on a list or dialog. */
export type Answer =
  | { readonly type: string }
  | { readonly typeAndLeave: string }
  | { readonly choose: string }
  | { readonly press: string }
  | "enter"
  | "leave";

export interface Asked {
  readonly kind: "text" | "choice" | "dialog" | "message" | "progress";
  readonly prompt: string;
  readonly placeholder?: string | undefined;
  readonly title?: string | undefined;
  readonly step?: string | undefined;
  readonly detail?: string | undefined;
  readonly offered?: readonly string[] | undefined;
  readonly preselected?: string | undefined;
  /** What stands beside each of a list's choices. */
  readonly described?: readonly string[] | undefined;
  readonly weight?: Weight | undefined;
}

/** A person who answers in order, and what they were asked. A question without an answer fails the test; messages may stay unanswered. */
export class ScriptedPrompts implements Prompts {
  readonly asked: Asked[] = [];
  /** Whether this person stops what takes long. */
  stopsWaiting = false;
  readonly #answers: Answer[];

  constructor(...answers: Answer[]) {
    this.#answers = answers;
  }

  answerNext(...answers: Answer[]): void {
    this.#answers.push(...answers);
  }

  get unused(): readonly Answer[] {
    return this.#answers;
  }

  /** What was said in messages. */
  get messages(): readonly string[] {
    return this.asked.filter(({ kind }) => kind === "message").map(({ prompt }) => prompt);
  }

  async askText(question: TextQuestion): Promise<Typed> {
    const { prompt, placeholder, title, step } = question;
    this.asked.push({ kind: "text", prompt, placeholder, title, step: step && `${step.at}/${step.of}` });
    for (;;) {
      const answer = this.#next(prompt);
      if (typeof answer === "object" && "typeAndLeave" in answer)
        return { accepted: false, text: answer.typeAndLeave };
      if (answer === "leave") return { accepted: false, text: question.value ?? "" };
      assert.ok(typeof answer === "object" && "type" in answer, `"${prompt}" asks for text`);
      const why = question.refuse?.(answer.type);
      if (why === undefined) return Promise.resolve({ accepted: true, text: answer.type });
      this.asked.push({ kind: "text", prompt: why });
    }
  }

  /** Enter takes all, a choice that one alone. */
  chooseMany<Value>({
    prompt,
    title,
    choices,
  }: ChoiceQuestion<Value>): Promise<readonly Value[] | undefined> {
    this.asked.push({
      kind: "choice",
      prompt,
      title,
      offered: choices.map(({ label, description }) => `${label}: ${description ?? ""}`),
    });
    const answer = this.#next(prompt);
    if (answer === "leave") return Promise.resolve(undefined);
    if (answer === "enter") return Promise.resolve(choices.map(({ value }) => value));
    assert.ok(typeof answer === "object" && "choose" in answer, `"${prompt}" asks for choices`);
    return Promise.resolve(choices.filter(({ label }) => label === answer.choose).map(({ value }) => value));
  }

  choose<Value>(question: ChoiceQuestion<Value>): Promise<Value | undefined> {
    const { prompt, title, step, choices, preselected } = question;
    const first = choices.find(({ value }) => value === preselected) ?? choices[0];
    this.asked.push({
      kind: "choice",
      prompt,
      title,
      step: step && `${step.at}/${step.of}`,
      offered: choices.map(({ label }) => label),
      preselected: first?.label,
      described: choices.map(({ description = "" }) => description),
    });
    const answer = this.#next(prompt);
    if (answer === "leave") return Promise.resolve(undefined);
    if (answer === "enter") return Promise.resolve(first?.value);
    assert.ok(typeof answer === "object" && "choose" in answer, `"${prompt}" asks for a choice`);
    const chosen = choices.find(({ label }) => label === answer.choose);
    assert.ok(chosen, `"${answer.choose}" is not offered: ${choices.map(({ label }) => label).join(", ")}`);
    return Promise.resolve(chosen.value);
  }

  confirm(message: string, detail: string, buttons: readonly string[]): Promise<string | undefined> {
    this.asked.push({ kind: "dialog", prompt: message, detail, offered: buttons });
    return Promise.resolve(this.#pressed(this.#next(message), buttons));
  }

  whileWaiting<Value>(what: string, work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
    this.asked.push({ kind: "progress", prompt: what });
    return work(this.stopsWaiting ? AbortSignal.abort() : new AbortController().signal);
  }

  say(weight: Weight, message: string, buttons: readonly string[]): Promise<string | undefined> {
    this.asked.push({ kind: "message", prompt: message, offered: buttons, weight });
    const isMeant = typeof this.#answers[0] === "object" && "press" in this.#answers[0];
    return Promise.resolve(isMeant ? this.#pressed(this.#next(message), buttons) : undefined);
  }

  #pressed(answer: Answer, buttons: readonly string[]): string | undefined {
    if (answer === "leave") return undefined;
    assert.ok(typeof answer === "object" && "press" in answer, "a dialog asks for a button");
    assert.ok(buttons.includes(answer.press), `no button "${answer.press}", only ${buttons.join(", ")}`);
    return answer.press;
  }

  #next(question: string): Answer {
    const answer = this.#answers.shift();
    assert.ok(answer !== undefined, `nobody has an answer to "${question}"`);
    return answer;
  }
}
