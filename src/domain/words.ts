import * as z from "zod/mini";

// The closed lists of the record. What people see for each is in protocol/labels.ts.

export const NoteKind = z.enum([
  "bottleneck",
  "techDebt",
  "constraint",
  "delay",
  "enabler",
  "problem",
  "incident",
]);
export type NoteKind = z.infer<typeof NoteKind>;

/** How a note ended, beside being decided. */
export const Closing = z.enum(["done", "acceptedAsIs", "withdrawn", "putOff"]);
export type Closing = z.infer<typeof Closing>;

/** "Was it on record before it hurt?", as the people who close a note say. Who skips it says nothing. */
export const BeforeItHurt = z.enum(["yes", "partly", "no", "neverNeeded"]);
export type BeforeItHurt = z.infer<typeof BeforeItHurt>;

/** Who decides: the product manager when users or a date are affected, the tech lead when it is technical. */
export const Decider = z.enum(["pm", "lead"]);
export type Decider = z.infer<typeof Decider>;

export const Confidence = z.enum(["sure", "fairlySure", "guess"]);
export type Confidence = z.infer<typeof Confidence>;

/** Can it be undone? */
export const Reversibility = z.enum(["easily", "withEffort", "no"]);
export type Reversibility = z.infer<typeof Reversibility>;

export const Likelihood = z.enum(["unlikely", "possible", "likely"]);
export type Likelihood = z.infer<typeof Likelihood>;

export const Hurt = z.enum(["little", "some", "aLot"]);
export type Hurt = z.infer<typeof Hurt>;

export const RiskResponse = z.enum(["avoid", "mitigate", "transfer", "accept"]);
export type RiskResponse = z.infer<typeof RiskResponse>;

/** Whether a date was promised as it stands, or is aimed at. */
export const Firmness = z.enum(["fixed", "target"]);
export type Firmness = z.infer<typeof Firmness>;
/** The three ways out of an incident, prepared before anybody has typed a word. */
export const WayOut = z.enum(["rollBack", "patch", "hold"]);
export type WayOut = z.infer<typeof WayOut>;

/** What engineering says of a date, where it was asked. */
export const AgreementAnswer = z.enum(["agreed", "concerns", "cannot"]);
export type AgreementAnswer = z.infer<typeof AgreementAnswer>;

/** How a date on the roadmap ended. */
export const MilestoneClosing = z.enum(["reached", "dropped"]);
export type MilestoneClosing = z.infer<typeof MilestoneClosing>;

/** What somebody does here. It changes order and words, never rights, and is known on this machine only. */
export const Role = z.enum(["engineer", "lead", "pm"]);
export type Role = z.infer<typeof Role>;
