/**
 * What `Intl` is asked with for a display language. English without a country writes "14 March", as the rest of the product does. A language
 * that the platform can't use is English: a setting with a slip of the pen must not stop a screen.
 */
export function localeOf(language: string): string {
  const wanted = language === "en" ? "en-GB" : language;
  try {
    return Intl.getCanonicalLocales(wanted)[0] ?? "en-GB";
  } catch {
    return "en-GB";
  }
}
