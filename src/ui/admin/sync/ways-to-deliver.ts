/** Where a file is delivered, and what is the key to it. */
interface Access {
  url: string;
  token: string;
}

/** A small file in UTF-8, as it is. */
const curl = ({ url, token }: Access): string => `curl --fail-with-body --data-binary @export.csv \\
  -H "Authorization: Bearer ${token}" "${url}"`;

/** A file of any size and encoding, or a workbook. The same file has the same hash, so that sending it twice does no harm. */
const shell = ({ url, token }: Access): string => `set -e
work=$(mktemp -d)
delivery=$( (sha256sum export.csv 2>/dev/null || shasum -a 256 export.csv) | cut -c 1-64)
gzip -nc export.csv | base64 | tr -d '\\n' | split -b 400000 -a 3 - "$work/part-"
parts=$(ls "$work" | wc -l | tr -d ' ')
part=0
for piece in "$work"/part-*; do
  part=$((part + 1))
  curl --fail-with-body --retry 8 --retry-all-errors --data-binary "@$piece" \\
    -H 'Content-Type: text/plain' -H "Authorization: Bearer ${token}" \\
    "${url}&delivery=$delivery&part=$part&parts=$parts"
done
rm -r "$work"`;

/** The same in PowerShell 7. */
const powerShell = ({ url, token }: Access): string => `$ErrorActionPreference = 'Stop'
$file = (Resolve-Path export.csv).Path
$bytes = [IO.File]::ReadAllBytes($file)
$packed = [IO.MemoryStream]::new()
$gzip = [IO.Compression.GZipStream]::new($packed, [IO.Compression.CompressionMode]::Compress)
$gzip.Write($bytes, 0, $bytes.Length)
$gzip.Dispose()
$text = [Convert]::ToBase64String($packed.ToArray())
$size = 400000
$parts = [Math]::Ceiling($text.Length / $size)
$delivery = (Get-FileHash $file -Algorithm SHA256).Hash
for ($part = 1; $part -le $parts; $part++) {
  $start = ($part - 1) * $size
  $request = @{
    Method            = 'Post'
    Uri               = "${url}&delivery=$delivery&part=$part&parts=$parts"
    Headers           = @{ Authorization = 'Bearer ${token}' }
    ContentType       = 'text/plain'
    Body              = $text.Substring($start, [Math]::Min($size, $text.Length - $start))
    MaximumRetryCount = 8
    RetryIntervalSec  = 10
  }
  Invoke-RestMethod @request
}`;

/** The same in Node 20 or later. */
const node = ({ url, token }: Access): string => `// Save it as deliver.mjs, then: node deliver.mjs
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

const file = readFileSync('export.csv');
const text = gzipSync(file).toString('base64');
const delivery = createHash('sha256').update(file).digest('hex');
const size = 400_000;
const parts = Math.ceil(text.length / size);
const send = (part) =>
  fetch(\`${url}&delivery=\${delivery}&part=\${part}&parts=\${parts}\`, {
    method: 'POST',
    headers: { Authorization: 'Bearer ${token}', 'Content-Type': 'text/plain' },
    body: text.slice((part - 1) * size, part * size),
  }).then(({ status }) => status, () => 500);
for (let part = 1; part <= parts; part += 1) {
  let status = await send(part);
  for (let tries = 1; tries < 8 && (status === 409 || status === 429 || status >= 500); tries += 1) {
    await pause(tries * 2_000);
    status = await send(part);
  }
  if (status !== 202) throw new Error(\`Part \${part} of \${parts} was answered with \${status}.\`);
}`;

/** Scripts that deliver a file, to copy. docs/sync.md has the first three, with the address and the token in variables. */
export const ways: readonly { name: string; lines: (access: Access) => string }[] = [
  { name: 'curl', lines: curl },
  { name: 'Shell', lines: shell },
  { name: 'PowerShell', lines: powerShell },
  { name: 'Node', lines: node },
];
