import type { Refusal } from "../protocol/action.ts";
import type { RecordId } from "../domain/ids.ts";

/** What was wrong with the command line itself. */
export type UsageProblem =
  | { readonly kind: "noCommand" }
  | { readonly kind: "unknownCommand"; readonly word: string; readonly like: string | undefined }
  | { readonly kind: "unknownOption"; readonly option: string; readonly like: string | undefined }
  | { readonly kind: "missingArgument"; readonly argument: string }
  | { readonly kind: "missingValue"; readonly option: string }
  | { readonly kind: "tooManyArguments" }
  /** `expected` is a sentence's end: "a day such as 2027-03-14". */
  | {
      readonly kind: "badValue";
      readonly option: string;
      readonly value: string;
      readonly expected: string;
    }
  | { readonly kind: "notTogether"; readonly one: string; readonly other: string }
  | { readonly kind: "needs"; readonly option: string; readonly other: string }
  | { readonly kind: "needsLetter"; readonly option: string }
  | { readonly kind: "missingOption"; readonly option: string }
  | { readonly kind: "twoInputs" }
  | { readonly kind: "nothingToChange" };

export type NotHere =
  | {
      readonly kind:
        | "notARepository"
        | "notTrusted"
        | "bare"
        | "insideGitFolder"
        | "unknownFormat"
        | "missingFolder"
        | "unreadable"
        | "gitNotFound";
      readonly detail: string;
    }
  | { readonly kind: "gitTooOld"; readonly version: string; readonly needed: string };

/** Why lines of a file can't become a place of a note. */
export type PlaceProblem = "missing" | "notText" | "tooLarge" | "outside" | "noSuchLine";

/** What a person can meet and can be told; {@link explain} has the words. Anything else is a bug, and thrown. */
export type Problem =
  | { readonly kind: "usage"; readonly command: string | undefined; readonly what: UsageProblem }
  | { readonly kind: "notHere"; readonly folder: string; readonly why: NotHere }
  | { readonly kind: "noSuchNote"; readonly id: string; readonly noteCount: number }
  | { readonly kind: "ambiguousNote"; readonly id: string; readonly candidates: readonly RecordId[] }
  | { readonly kind: "unreadNote"; readonly id: RecordId; readonly as: "newer" | "unreadable" }
  | { readonly kind: "noSuchOption"; readonly letter: string; readonly letters: readonly string[] }
  | { readonly kind: "noSuchQuestion"; readonly id: string }
  | { readonly kind: "ambiguousQuestion"; readonly candidates: readonly string[] }
  | { readonly kind: "noOpenQuestion" }
  | { readonly kind: "noSuchEvidence"; readonly id: string }
  | { readonly kind: "noSuchEvent"; readonly id: string }
  | { readonly kind: "noSuchPlace"; readonly id: string }
  | {
      readonly kind: "place";
      readonly path: string;
      readonly why: PlaceProblem;
      readonly lines: number | undefined;
    }
  | { readonly kind: "outsideFolder"; readonly folder: string }
  /** The quoted lines of a place would be shared, and a person has to say whether they may. `concern` is a sentence. */
  | { readonly kind: "quote"; readonly path: string; readonly concern: string }
  | { readonly kind: "refused"; readonly refusal: Refusal; readonly sentence: string }
  | { readonly kind: "noSuchRemote"; readonly name: string; readonly names: readonly string[] };

export const usage = (what: UsageProblem, command?: string): Problem => ({ kind: "usage", command, what });
