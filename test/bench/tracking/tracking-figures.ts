/** The figures of this bench that need labelled cases, and those that do not. */
export const trackingFigures = [
  "tracking.exact",
  "tracking.f1",
  "tracking.falseFound",
  "tracking.wrongPlace",
  "tracking.missed",
  "tracking.walk",
  "tracking.sure",
  "tracking.held",
  "tracking.step",
  "tracking.random",
  "tracking.large",
  "tracking.minified",
] as const;
