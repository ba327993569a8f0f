/** Where the page's parts are, as addresses that its webview can load. */
export interface PageParts {
  /** A BCP 47 language tag. */
  readonly language: string;
  /** The source of its own files, as a content security policy names it. */
  readonly source: string;
  readonly script: string;
  readonly styles: string;
  /** Random, new for each page: a script without it does not run. */
  readonly nonce: string;
}

/** The page of the panel. Nothing is inline, and nothing comes from anywhere but the extension. */
export const panelHtml = ({ language, source, script, styles, nonce }: PageParts): string => `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
  <meta charset="UTF-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src ${escaped(source)}; style-src ${escaped(source)}; font-src ${escaped(source)}; script-src 'nonce-${escaped(nonce)}'">
  <link rel="stylesheet" href="${escaped(styles)}">
  <title>Sightline</title>
</head>
<body>
  <div id="panel"></div>
  <script nonce="${escaped(nonce)}" src="${escaped(script)}"></script>
</body>
</html>
`;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
