import { ConsoleInNode } from '../support/page/console';

/** As the sandbox's own panel says it. */
const HELP_CENTER = 'c0ffee00-0000-4000-a000-00000000c5a1';

let ui: ConsoleInNode;

const field = (label: string) => ui.getByLabel(label);
const send = () => ui.button('Send request').click();

beforeAll(async () => {
  ui = await ConsoleInNode.start('empty');
});
afterAll(() => ui.close());

describe('sending a request', () => {
  it('shows what is lacking, the first of it with the focus, and takes a pasted address', async () => {
    await ui.open('requests');
    await ui.text('open the help center’s settings in your site').waitFor();
    await send();
    await ui.text('Enter the help center.').waitFor();
    await ui.text('Enter a short summary.').waitFor();
    await ui.focused(field('Help center'));
    await field('Help center').fill('https://site.example/helpcenter/support');
    await ui.text('This link doesn’t contain a help center ID.').waitFor();
    await field('Help center').fill(`https://site.example/helpcenter/${HELP_CENTER}/settings`);
    await field('Summary').fill('The door does not open');
    await field('Customer’s email').fill('nobody');
    await send();
    await ui.text('Enter a valid email address.').waitFor();
    await ui.focused(field('Customer’s email'));
  });

  it('keeps the form through the words of the site and a fault of it, and sends metadata of three types', async () => {
    await ui.open('requests');
    await field('Help center').fill(HELP_CENTER);
    await field('Summary').fill('The door does not open');
    await field('Customer’s email').fill('nobody@example.com');
    for (const [place, key, type, value] of [
      [1, 'order', 'Text', 'A-1'],
      [2, 'weight', 'Number', '1,5'],
      [3, 'paid', 'Yes or no', 'Yes'],
    ] as const) {
      await ui.button('Add metadata').click();
      await field(`Key ${place}`).fill(key);
      await ui.choose(`Type ${place}`, type);
      if (type === 'Yes or no') await ui.choose(`Value ${place}`, value);
      else await field(`Value ${place}`).fill(value);
    }
    await send();
    await ui.text('Enter a number with a decimal point').waitFor();
    await ui.focused(field('Value 2'));
    await field('Value 2').fill('1.5');
    await send();
    await ui.text(/There is no customer with the e-mail nobody@example.com/).waitFor();
    await field('Customer’s email').fill('');
    ui.faults({ down: true });
    await send();
    await ui.text('Your site isn’t responding').waitFor();
    ui.faults({ down: false });
    await ui.soon(() => field('Key 3').inputValue(), 'paid');
    await send();
    await ui.text('Your site accepted the request as CARE-1').waitFor();
    await ui.soon(() => field('Key').inputValue(), 'CARE-1');
    await ui.getByRole('link', { name: /Open CARE-1/ }).waitFor();
    expect(ui.getByRole('link', { name: /Open CARE-1/ }).now()[0]?.state.href).toContain('https://');
  });

  it('is what Enter does in a field of one line', async () => {
    await ui.open('requests');
    await field('Summary').press('Enter');
    await ui.text('Enter the help center.').waitFor();
    await ui.focused(field('Help center'));
  });

  it('goes on to a comment, or to another request to the same help center', async () => {
    await ui.open('requests');
    await field('Help center').fill(HELP_CENTER);
    await field('Summary').fill('The gate squeaks');
    await field('Origin').press('Enter');
    await ui.button('Send another request').click();
    await ui.soon(() => field('Help center').inputValue(), HELP_CENTER);
    await field('Summary').fill('The window does not close');
    await send();
    await ui.getByRole('table', { name: 'Recent requests' }).getByText('The gate squeaks').waitFor();
    await ui.button('Comment on CARE-3').first().click();
    await ui.at(`requests/comment/${HELP_CENTER}/CARE-3`);
  });
});

describe('commenting on a request', () => {
  it('is what Enter does in a field of one line', async () => {
    await ui.open('requests/comment');
    await field('Request').fill('CARE-1');
    await field('Request').press('Enter');
    await ui.text('Enter the help center.').waitFor();
    await ui.focused(field('Help center'));
  });

  it('takes the request from the address, and says who will see the comment', async () => {
    await ui.open(`requests/comment/${HELP_CENTER}/CARE-1`);
    await ui.button('Add comment').click();
    await ui.text('Enter a comment.').waitFor();
    await ui.focused(field('Comment'));
    await field('Comment').fill('We look into it.');
    const everyone = ui.getByRole('radio', { name: 'Who can see it: Agents and the customer', exact: true });
    await everyone.click();
    await ui.soon(() => everyone.isChecked(), true);
    await ui.button('Add comment').click();
    await ui.flag('Comment added to CARE-1').waitFor();
    await ui.soon(() => field('Comment').inputValue(), '');
  });

  it('keeps the comment where the site knows no such request', async () => {
    await ui.open(`requests/comment/${HELP_CENTER}/CARE-99`);
    await field('Comment').fill('Hello');
    await ui.button('Add comment').click();
    await ui.text(/There is no request CARE-99 in this help center/).waitFor();
    await ui.soon(() => field('Comment').inputValue(), 'Hello');
    await ui.open('requests/comment/half-an-address');
    await ui.getByRole('heading', { name: 'Page not found', exact: true }).waitFor();
  });
});
