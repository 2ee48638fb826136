import { productNameProblem, readProductNames } from '../../../src/domain/products/names';

describe('the name of a product', () => {
  it.each([
    ['', 'Enter a name.'],
    [' \t', 'Enter a name.'],
    ['x'.repeat(201), 'A name can have up to 200 characters. This one has 201.'],
  ])('breaks a rule: %j', (name, rule) => {
    expect(productNameProblem(name)).toBe(rule);
  });

  it.each(['x', 'x'.repeat(200), ` ${'x'.repeat(200)} `])('breaks none: %j', (name) => {
    expect(productNameProblem(name)).toBeNull();
  });
});

describe('a pasted list of names', () => {
  it('has one name a line, whatever ends the lines, without blanks around it', () => {
    expect(readProductNames('Tracker\r\n  Scanner \n\n\rTerminal, large').names).toEqual([
      'Tracker',
      'Scanner',
      'Terminal, large',
    ]);
  });

  it('names each once in any letter case and in either form of a letter, as it was written first', () => {
    expect(readProductNames('Café\nCAFE\u0301\ncafé\nTea')).toEqual({
      names: ['Café', 'Tea'],
      repeated: ['CAFE\u0301', 'café'],
      tooLong: [],
    });
  });

  it('sets aside what is longer than a name can be', () => {
    const long = 'x'.repeat(201);
    expect(readProductNames(`${long}\nTracker`)).toEqual({ names: ['Tracker'], repeated: [], tooLong: [long] });
  });
});
