import type { Translate } from "../base/translate.ts";
import type { MilestoneFields } from "../domain/milestone/milestone.ts";
import type { NoteFields, OptionFields } from "../domain/note.ts";

// The names of fields on screen: where two versions of one stand beside each other, and in the history.

export function noteFieldLabel(field: keyof NoteFields, translate: Translate): string {
  switch (field) {
    case "kind":
      return translate("Kind");
    case "title":
      return translate("Title");
    case "impact":
      return translate("Effect on users");
    case "context":
      return translate("Background");
    case "neededBy":
      return translate("Needed by");
    case "costOfDelay":
      return translate("What waiting costs");
    case "owner":
      return translate("Owner");
    case "decider":
      return translate("Who decides?");
    case "deliberate":
      return translate("Taken on deliberately?");
    case "likelihood":
      return translate("How likely");
    case "hurt":
      return translate("How much it hurts");
    case "recommendation":
      return translate("What engineering would take");
    case "closed":
      return translate("How it ended");
    case "since":
      return translate("Since when");
    case "overSince":
      return translate("Over since");
    case "onCall":
      return translate("On the call");
    case "cameFrom":
      return translate("Came out of");
  }
}

export function optionFieldLabel(field: keyof OptionFields, translate: Translate): string {
  switch (field) {
    case "title":
      return translate("In a few words");
    case "summary":
      return translate("More about it");
    case "implications":
      return translate("What users get, lose or wait for");
    case "effort":
      return translate("How long");
    case "people":
      return translate("People");
    case "confidence":
      return translate("How sure");
    case "givesUp":
      return translate("What we give up");
    case "gains":
      return translate("What we gain");
    case "risks":
      return translate("Risks");
    case "reversibility":
      return translate("Can it be undone?");
    case "costToUndo":
      return translate("What undoing costs");
    case "assumptions":
      return translate("Assumptions");
    case "dependsOn":
      return translate("Depends on");
    case "stillOwed":
      return translate("What we still owe");
    case "moves":
      return translate("Dates it moves");
    case "withdrawn":
      return translate("Off the table");
  }
}

export function milestoneFieldLabel(field: keyof MilestoneFields, translate: Translate): string {
  switch (field) {
    case "title":
      return translate("Title");
    case "promisedTo":
      return translate("Promised to");
    case "firmness":
      return translate("Can it move?");
    case "whyThisDate":
      return translate("Why this date can't move");
    case "closed":
      return translate("How it ended");
    case "uid":
      return translate("Name in the calendar");
  }
}
