import * as z from "zod/mini";
import type { PrivateFiles, RemoteInfo, UserRepository } from "./ports.ts";
import { readPrivate, writePrivate } from "./private-json.ts";
import type { Consent } from "./session.ts";

const FILE = "consent.json";

/** What a person said, for one address and branch. The newest answer is the last. */
const Answers = z.array(
  z.object({ url: z.string(), branch: z.string(), answer: z.enum(["agreed", "declined"]) }),
);
type Answers = z.infer<typeof Answers>;

export interface RemoteAnswer {
  readonly answer: Consent;
  /** The remote it is about; undefined where there are several and nobody has chosen, or none. */
  readonly remote: RemoteInfo | undefined;
  readonly branch: string;
  readonly choices: readonly RemoteInfo[];
}

/**
 * Whether notes may be pushed, and where to. The answer is for this clone, an address and a branch: another address, or another branch, is
 * asked about anew. Of several remotes none is guessed, `upstream` neither.
 */
export class RemoteChoice {
  readonly #files: PrivateFiles;
  readonly #user: UserRepository;
  readonly #branch: string;

  constructor(files: PrivateFiles, user: UserRepository, branch: string) {
    this.#files = files;
    this.#user = user;
    this.#branch = branch;
  }

  async read(): Promise<RemoteAnswer> {
    const choices = await this.#user.remotes();
    const answers = (await this.#answers()).filter(({ branch }) => branch === this.#branch);
    const last = answers.findLast(({ url }) => choices.some((remote) => remote.url === url));
    const chosen = choices.find(({ url }) => url === last?.url);
    const remote = chosen ?? (choices.length === 1 ? choices[0] : undefined);
    return {
      answer: chosen === undefined ? "notAsked" : (last?.answer ?? "notAsked"),
      remote,
      branch: this.#branch,
      choices,
    };
  }

  /** Keeps an answer. Throws `NotWritable`. */
  async set(answer: "agreed" | "declined", { url }: RemoteInfo): Promise<void> {
    const before = (await this.#answers()).filter((one) => one.url !== url || one.branch !== this.#branch);
    await writePrivate(this.#files, FILE, [...before, { url, branch: this.#branch, answer }]);
  }

  async #answers(): Promise<Answers> {
    return (await readPrivate(this.#files, FILE, Answers)) ?? [];
  }
}
