import type { AddressRefusal } from "./record-address.ts";
import { failureWords } from "./sync-words.ts";
import type { Wording } from "./wording.ts";

/** Why an address is not taken, and what to do. Nothing of it was kept, and nothing was started. */
export function addressRefusalWords(why: AddressRefusal, { translate }: Wording): string {
  switch (why) {
    case "empty":
      return translate("Paste the address of the repository: the one in the browser will do.");
    case "notAnAddress":
      return translate(
        "This is not the address of a repository. It looks like https://github.com/acme/shop; ask your engineers for theirs.",
      );
    case "password":
      return translate(
        "This address holds a password. Nothing of it was kept. Paste it without the password.",
      );
    case "notPrivate":
      return translate(
        "What goes to this address can be read and changed on the way. Use the one that starts with https.",
      );
    case "notAllowed":
      return translate(
        "Sightline does not open addresses of this kind, as they can start programs. Use the one that starts with https.",
      );
  }
}

export const noRecordWords = ({ translate }: Wording): string =>
  translate(
    "There is no record at this address yet. Somebody who has the code starts it by flagging a constraint.",
  );

/** Why a record could not be fetched for the first time: nothing is here yet, so nothing is said of it. */
export const notFetchedWords: typeof failureWords = (failure, place, wording) => {
  const { translate } = wording;
  const { remote } = place;
  switch (failure.reason) {
    case "needsSignIn":
      return signInWords(remote, wording);
    case "notFound":
      return translate(
        "{remote} has nothing at this address, or you may not see it. Check the address, or ask your engineers to let you read the repository.",
        { remote },
      );
    case "unreachable":
    case "timedOut":
      return translate("{remote} can't be reached. Try again when you are connected.", { remote });
    case "notOurs":
      return translate(
        "What is called “{branch}” at this address is no record. It was not touched. Ask your engineers for the right address.",
        { branch: place.branch },
      );
    default:
      return recordFailureWords(failure, place, wording);
  }
};

/** What {@link failureWords} says, for somebody who has no code and has not heard of git. */
export const recordFailureWords: typeof failureWords = (failure, place, wording) => {
  const { translate } = wording;
  const { remote, branch } = place;
  switch (failure.reason) {
    case "mayNotPush":
      return translate(
        "{remote} lets you read this record, not add to it. Your words are kept on this computer. Ask for write access to the branch “{branch}”, then Sync; or ask somebody who has it to say it for you.",
        { remote, branch },
      );
    case "needsSignIn":
      return `${signInWords(remote, wording)} ${translate("What you said is kept on this computer.")}`;
    case "notFound":
      return translate(
        "{remote} does not show this record any more. What was fetched, and what you said, is kept on this computer. Ask your engineers whether it has moved, or to let you read it again.",
        { remote },
      );
    default:
      return failureWords(failure, place, wording);
  }
};

const signInWords = (remote: string, { translate }: Wording): string =>
  translate(
    "{remote} asks who you are, and this computer has no answer yet. Ask an engineer to sign it in to {remote} once with git, then try again.",
    { remote },
  );
