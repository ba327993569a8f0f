import type { Result } from "../base/result.ts";
import type { RemoteFailure } from "../store/remote-failure.ts";
import type { RecordAddress } from "./record-address.ts";

/** A record that was opened by its address, without a clone of the code. */
export interface KnownRecord {
  /** Names its folder: a hash of the address. */
  readonly id: string;
  /** Without a password. */
  readonly url: string;
  /** What sentences call the place it comes from. */
  readonly host: string;
  /** What people here call it. */
  readonly name: string;
  /** How the repository names its objects: our own store of it has to do the same. */
  readonly objectFormat: "sha1" | "sha256";
}

/** What stands at an address. */
export type RecordLookUp =
  | { readonly kind: "found"; readonly objectFormat: KnownRecord["objectFormat"] }
  | { readonly kind: "noRecord" }
  | { readonly kind: "failed"; readonly failure: RemoteFailure };

/** The records of this machine that have no clone of the code beside them. */
export interface RecordShelf {
  /** By name. One that can't be read is left out. */
  list(): Promise<readonly KnownRecord[]>;
  /** Makes room for a record, or gives it another name. */
  keep(
    address: RecordAddress,
    name: string,
    objectFormat: KnownRecord["objectFormat"],
  ): Promise<Result<KnownRecord, { readonly detail: string }>>;
  /** Removes a record from this machine, and all that was kept for it. Its session has to be closed. */
  forget(id: string): Promise<void>;
}
