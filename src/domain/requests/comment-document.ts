/** As much of the Atlassian Document Format as plain text needs. */
interface TextNode {
  type: 'text';
  text: string;
}
interface Paragraph {
  type: 'paragraph';
  content: (TextNode | { type: 'hardBreak' })[];
}
export interface CommentDocument extends Record<string, unknown> {
  version: 1;
  type: 'doc';
  content: Paragraph[];
}

/** Plain text as a document: an empty line begins a paragraph, a single line break stays one. */
export function commentDocument(text: string): CommentDocument {
  const paragraphs = text
    .replaceAll('\r\n', '\n')
    .trim()
    .split(/\n[^\S\n]*\n\s*/);
  return { version: 1, type: 'doc', content: paragraphs.map(paragraph) };
}

function paragraph(text: string): Paragraph {
  const content = text.split('\n').flatMap((line, at): Paragraph['content'] => [
    ...(at > 0 ? [{ type: 'hardBreak' as const }] : []),
    // The format takes no empty text.
    ...(line === '' ? [] : [{ type: 'text' as const, text: line }]),
  ]);
  return { type: 'paragraph', content };
}
