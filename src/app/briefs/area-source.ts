import { areaCandidates } from "./area-candidates.ts";
import type { AreaCandidate } from "./area-candidates.ts";
import type { UserRepository } from "../ports.ts";

/** The folders and files that areas are suggested from: listed once for a commit. */
export class AreaSource {
  readonly #user: UserRepository;
  #known:
    | { readonly commit: string | undefined; readonly candidates: Promise<readonly AreaCandidate[]> }
    | undefined;

  constructor(user: UserRepository) {
    this.#user = user;
  }

  async candidates(): Promise<readonly AreaCandidate[]> {
    const { commit } = await this.#user.head();
    if (this.#known === undefined || this.#known.commit !== commit) {
      const candidates = this.#user.files().then(areaCandidates);
      this.#known = { commit, candidates };
      // What failed is tried again the next time.
      candidates.catch(() => (this.#known = undefined));
    }
    return await this.#known.candidates;
  }
}
