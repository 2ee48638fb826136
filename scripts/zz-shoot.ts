import { chromium } from '/work/wt/cells/node_modules/playwright-core';
import { chromiumOptions } from '/work/wt/cells/test/support/stage/chromium';
import { ImportWizard } from '/work/wt/cells/test/support/import-wizard';
import { readFileSync } from 'node:fs';
async function main() {
  const url = 'http://localhost:8931/';
  const browser = await chromium.launch(await chromiumOptions());
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  page.on('console', (m) => { if (m.type() === 'error') console.log('console', m.text()); });
  page.on('pageerror', (e) => console.log('pageerror', e.message));
  page.setDefaultTimeout(30000);
  try {
    const w = new ImportWizard(page);
    await w.open(url);
    await w.choose('kunden.csv', readFileSync('/work/wt/cells/test/files/30-german-excel-64-rows.csv'));
    await w.check();
    await page.screenshot({ path: '/tmp/s1.png', fullPage: true });
    const mail = page.getByRole('row', { name: /Not an email/ }).first();
    await mail.getByRole('button', { name: 'Correct cells' }).click();
    await page.getByRole('dialog').getByRole('textbox').first().waitFor();
    await page.screenshot({ path: '/tmp/s2.png' });
    const boxes = page.getByRole('dialog').getByRole('textbox');
    await boxes.nth(0).fill('heil@messy.example');
    await boxes.nth(1).fill('ok.aber@messy.example');
    await page.screenshot({ path: '/tmp/s3.png' });
    await page.keyboard.press('Enter');
    await page.getByText('2 cells corrected').first().waitFor();
    await page.screenshot({ path: '/tmp/s4.png', fullPage: true });
    const date = page.getByRole('row', { name: /Kunde seit/ }).first();
    await date.getByRole('button', { name: 'Correct cells' }).click();
    await page.getByRole('dialog').getByRole('textbox').first().fill('30.03.2021');
    await page.getByLabel('Theme').selectOption({ label: 'Dark' }).catch(() => undefined);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.waitForTimeout(500);
    await page.screenshot({ path: '/tmp/s5.png' });
    await page.keyboard.press('Enter');
    await page.getByText('3 cells corrected').first().waitFor();
    await page.waitForTimeout(500);
    await page.screenshot({ path: '/tmp/s6.png', fullPage: true });
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.waitForTimeout(500);
    await page.screenshot({ path: '/tmp/s7.png', fullPage: true });
    console.log(await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200)));
  } catch (e) { console.log(e); await page.screenshot({ path: '/tmp/serr.png', fullPage: true }); }
  await browser.close();
}
void main();
