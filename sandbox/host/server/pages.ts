const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** The host page. All it does is in the shell's script. */
export const shellPage = (title: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${escape(title)} - Jira (sandbox)</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/_sandbox/host/shell.css" />
  </head>
  <body>
    <div id="shell"></div>
    <script src="/_sandbox/host/shell.js"></script>
  </body>
</html>
`;

/** The document in which a UI Kit resource runs: the bridge first, then the app's bundle. */
export const appPage = (title: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>${escape(title)}</title>
    <link rel="icon" href="data:," />
    <script src="/_sandbox/host/frame-bridge.js"></script>
  </head>
  <body>
    <script src="main.js"></script>
  </body>
</html>
`;

/** Puts the bridge in front of a static resource's own scripts, by a file of the same origin, as its policy asks for. */
export function withBridge(html: string): string {
  const bridge = '<script src="/_sandbox/host/frame-bridge.js"></script>';
  const head = /<head[^>]*>/i.exec(html);
  if (head === null) return bridge + html;
  const end = head.index + head[0].length;
  return html.slice(0, end) + bridge + html.slice(end);
}
