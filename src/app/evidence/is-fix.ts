/**
 * The words by which a commit says that it repairs something: fix, bug, revert and hotfix, in the forms that people write. Counting by the
 * message goes back to Mockus and Votta, "Identifying reasons for software changes using historic databases" (ICSM 2000). It misses fixes that are
 * not called so, and counts the fixed typing error.
 */
const fix = /\b(?:(?:hot|bug)[ -]?)?fix(?:e[sd]|ing)?\b|\bbugs?\b|\brevert(?:s|ed|ing)?\b/i;

export const isFix = (subject: string): boolean => fix.test(subject);
