/** Version of the documents that `--json` prints. Fields may come without a new one; none goes or changes what it means. */
export const DOCUMENT_FORMAT = 1;
