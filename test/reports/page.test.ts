import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, chromium as launcher, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendEvents } from '../../reports/log.ts';
import { render } from '../../reports/render.ts';
import { registerOf, requirement } from './smallRegister.ts';
import { caseEnded, evidence, failed, passed, runEnded, runStarted } from './synthetic.ts';

let browser: Browser;
let directory = '';
let address = '';

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'conformance-page-'));
  appendEvents(directory, [
    runStarted(),
    ...failed('1', ['a'], { counterexample: '{"name":""}', curl: 'curl -sS x' }),
    ...failed('2', ['b'], { message: 'b: the body is empty' }),
    ...passed('3', 'c'),
    evidence('4', {
      statuses: { 'apiServers.create 201': 1, 'apiServers.create 500': 1 },
      observations: [{ kind: 'property', where: 'apiServers.create', what: '/x' }],
      unjudged: { verdict: 'incomplete', reason: 'no second environment' },
    }),
    caseEnded('4', ['e'], { status: 'skipped' }),
    runEnded({ errors: ['SyntaxError: x'] }),
  ]);
  const register = registerOf(
    requirement('a'),
    requirement('b', 'should'),
    requirement('c', 'may', { area: 'environments' }),
    requirement('e'),
  );
  address = pathToFileURL(render(directory, register).html).href;
  browser = await launcher.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox'],
    headless: true,
  });
});
afterAll(async () => {
  await browser.close();
  rmSync(directory, { recursive: true });
});

/** Opens the page, hands it over, and closes it; complaints and requests are noted. */
async function open(options: BrowserContextOptions, look: (page: Page) => Promise<void>) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(address);
  await look(page);
  await context.close();
  return { complaints, requests };
}

/** Evaluates an expression in the page; a text, because the browser's types are not ours. */
const ask = <T>(page: Page, expression: string): Promise<T> => page.evaluate(expression) as Promise<T>;

describe('conformance.html in a browser', () => {
  it('asks for nothing but itself and complains of nothing', async () => {
    const { complaints, requests } = await open({}, async (page) => {
      await page.getByLabel('Id, text or case').fill('zzz');
      await page.goto(`${address}#requirement-c`);
    });
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => !url.startsWith('file:'))).toEqual([]);
    expect(new Set(requests.map((url) => url.replace(/#.*/, '')))).toEqual(new Set([address]));
  });

  it('has landmarks, one title, headings without gaps, captions and unique ids', async () => {
    await open({}, async (page) => {
      for (const role of ['banner', 'navigation', 'main'] as const)
        expect(await page.getByRole(role).count()).toBe(1);
      const levels = await ask<number[]>(
        page,
        `[...document.querySelectorAll('h1,h2,h3,h4')].map((h) => +h.tagName[1])`,
      );
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      expect(levels.every((level, index) => level - (levels[index - 1] ?? 0) <= 1)).toBe(true);
      expect(
        await ask(page, `[...document.querySelectorAll('table')].every((t) => t.caption && t.tHead)`),
      ).toBe(true);
      expect(await ask(page, `[...document.querySelectorAll('th')].every((th) => th.scope)`)).toBe(true);
      const ids = await ask<string[]>(page, `[...document.querySelectorAll('[id]')].map((e) => e.id)`);
      expect(new Set(ids).size).toBe(ids.length);
      const dead = `[...document.querySelectorAll('a[href]')].map((a) => a.getAttribute('href')).filter((href) => !document.getElementById(href.slice(1)))`;
      expect(await ask(page, dead)).toEqual([]);
    });
  });

  it('leads to the first failure by keyboard', async () => {
    await open({}, async (page) => {
      await page.keyboard.press('Tab');
      expect(await page.locator(':focus').textContent()).toBe('Skip to the report');
      await page.keyboard.press('Enter');
      const headline = await page.locator('.cause h3').first().textContent();
      for (let steps = 0; steps < 12; steps += 1) {
        await page.keyboard.press('Tab');
        if ((await page.locator(':focus').textContent()) === headline) break;
      }
      expect(await page.locator(':focus').textContent()).toBe(headline);
      expect(await ask(page, `getComputedStyle(document.activeElement).outlineStyle`)).toBe('solid');
      await page.keyboard.press('Enter');
      expect(await ask(page, `document.querySelector(':target').className`)).toContain('cause');
    });
  });

  it('filters the atlas, counts what is left, and opens what a link points to', async () => {
    await open({}, async (page) => {
      await page.getByLabel('Id, text or case').fill('case 3');
      expect(await page.locator('.requirements > li:visible').count()).toBe(1);
      expect(await page.locator('#filter-count').textContent()).toBe('1 of 4 requirements');
      await page.locator('.promise footer a').first().click();
      expect(await page.locator('#requirement-a').isVisible()).toBe(true);
      await page.getByLabel('Id, text or case').fill('');
      await page.getByRole('checkbox', { name: 'pass' }).uncheck();
      expect(await page.locator('#requirement-c').isVisible()).toBe(false);
    });
  });

  it('can be read without scripts', async () => {
    await open({ javaScriptEnabled: false }, async (page) => {
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Not conformant');
      expect(await page.locator('#filter').isVisible()).toBe(false);
      await page.locator('#area-environments > summary').click();
      expect(await page.locator('#requirement-c').isVisible()).toBe(true);
    });
  });

  for (const width of [390, 1280]) {
    it(`fits ${width} pixels`, async () => {
      await open({ viewport: { width, height: 800 } }, async (page) => {
        expect(await ask(page, 'document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      });
    });
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has readable inks in ${colorScheme}`, async () => {
      await open({ colorScheme }, async (page) => {
        for (const ink of ['ink', 'quiet', 'link', 'pass', 'fail', 'warn', 'incomplete']) {
          for (const ground of ['paper', 'panel']) {
            const [one, other] = await colours(page, ink, ground);
            expect(contrast(one, other), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
          }
        }
      });
    });
  }
});

async function colours(page: Page, ...names: readonly [string, string]): Promise<readonly [string, string]> {
  const read = (name: string) =>
    ask<string>(page, `getComputedStyle(document.documentElement).getPropertyValue('--${name}').trim()`);
  return [await read(names[0]), await read(names[1])];
}

/** WCAG 2.2, "contrast ratio", of two colours written #rrggbb. */
function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
