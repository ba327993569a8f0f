import * as z from "zod/mini";
import type { KnownRecord } from "../app/record-shelf.ts";
import type { RecordDoor } from "./find-repository.ts";
import type { Keeper } from "./memory.ts";
import type { WindowFolder } from "./sessions.ts";

const OPEN_HERE = "records.open";
const LAST_OPENED = "records.last";

/**
 * Which records without code this window shows: those that were opened in it; in a window without a folder where none was, the one that was
 * opened last, so that the panel shows it without being asked.
 */
export class WindowRecords {
  readonly #door: Pick<RecordDoor, "shelf" | "folderOf">;
  readonly #forHere: Keeper;
  readonly #forAll: Keeper;
  readonly #closed = new Set<string>();

  constructor(door: Pick<RecordDoor, "shelf" | "folderOf">, forHere: Keeper, forAll: Keeper) {
    this.#door = door;
    this.#forHere = forHere;
    this.#forAll = forAll;
  }

  known(): Promise<readonly KnownRecord[]> {
    return this.#door.shelf.list();
  }

  /** As folders of the window, which has some of its own or none. */
  async folders(hasOthers: boolean): Promise<readonly WindowFolder[]> {
    const known = (await this.known()).filter(({ id }) => !this.#closed.has(id));
    const here = known.filter(({ id }) => this.#openHere().includes(id));
    const last = known.find(({ id }) => id === this.#forAll.get(LAST_OPENED)) ?? known[0];
    const shown = here.length > 0 || hasOthers || last === undefined ? here : [last];
    return shown.map((record) => {
      const path = this.#door.folderOf(record);
      return { path, realPath: path, record };
    });
  }

  async open({ id }: KnownRecord): Promise<void> {
    this.#closed.delete(id);
    await this.#forHere.update(OPEN_HERE, [...new Set([...this.#openHere(), id])]);
    await this.#forAll.update(LAST_OPENED, id);
  }

  /** Shows it no longer, until it is opened again. */
  async close({ id }: KnownRecord): Promise<void> {
    this.#closed.add(id);
    await this.#forHere.update(
      OPEN_HERE,
      this.#openHere().filter((one) => one !== id),
    );
  }

  #openHere(): readonly string[] {
    return z.array(z.string()).safeParse(this.#forHere.get(OPEN_HERE)).data ?? [];
  }
}
