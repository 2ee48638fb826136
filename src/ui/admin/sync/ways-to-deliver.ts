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
delivery=$(sha256sum export.csv | cut -c 1-64)
gzip -nc export.csv | base64 | tr -d '\\n' > export.b64
rm -f part-*
split -b 400000 -a 3 export.b64 part-
parts=$(ls part-* | wc -l | tr -d ' ')
part=0
for piece in part-*; do
  part=$((part + 1))
  curl --fail-with-body --retry 8 --retry-all-errors --data-binary "@$piece" \\
    -H 'Content-Type: text/plain' -H "Authorization: Bearer ${token}" \\
    "${url}&delivery=$delivery&part=$part&parts=$parts"
done`;

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

/** Scripts that deliver a file, to copy. docs/sync.md has the same ones, with the address and the token in variables. */
export const ways: readonly { name: string; lines: (access: Access) => string }[] = [
  { name: 'curl', lines: curl },
  { name: 'Shell, any file', lines: shell },
  { name: 'PowerShell, any file', lines: powerShell },
];
