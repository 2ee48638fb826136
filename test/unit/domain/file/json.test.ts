import { openFile } from '../../../../src/domain/file/read/open-file';

const open = async (text: string) => {
  const { facts, records } = await openFile(new Blob([text]), 'export.json');
  const rows: string[][] = [];
  for await (const chunk of records()) rows.push(...chunk.records);
  return { headers: facts.headers, rows: rows.slice(1) };
};

describe('a list of records in JSON', () => {
  it.each([
    ['is an array', '[{"Email":"a@example.com","Seats":3},{"Email":"b@example.com","VIP":true}]'],
    [
      'stands in an object',
      '{"total":2,"results":[{"Email":"a@example.com","Seats":3},{"Email":"b@example.com","VIP":true}]}',
    ],
    ['has an object a line', '{"Email":"a@example.com","Seats":3}\n{"Email":"b@example.com","VIP":true}\n'],
  ])('becomes rows where it %s', async (_, text) => {
    expect(await open(text)).toEqual({
      headers: ['Email', 'Seats', 'VIP'],
      rows: [
        ['a@example.com', '3', ''],
        ['b@example.com', '', 'true'],
      ],
    });
  });

  it('has a column for what is inside of objects, and a cell for a list', async () => {
    const text = '[{"id":"1","properties":{"email":"a@example.com","tags":["x","y"],"gone":null}}]';
    expect(await open(text)).toEqual({
      headers: ['id', 'properties.email', 'properties.tags', 'properties.gone'],
      rows: [['1', 'a@example.com', 'x;y', '']],
    });
  });

  it('is told from text that begins like it', async () => {
    expect(await open('[Name],Email\nAda,a@example.com')).toEqual({
      headers: ['[Name]', 'Email'],
      rows: [['Ada', 'a@example.com']],
    });
  });

  it.each([
    ['{"a":1}', 'no list of records'],
    ['[1,2]', 'no list of records'],
    ['[]', 'no records'],
  ])('is refused where it holds no records: %s', async (text, reason) => {
    await expect(open(text)).rejects.toThrow(reason);
  });
});
