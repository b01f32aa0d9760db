import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import 'reflect-metadata';
import { network } from './fake-gateway';

// Long enough for a machine that is busy with something else.
configure({ asyncUtilTimeout: 15_000 });

/** Stands in for what a browser has and jsdom lacks: a screen of 1280 × 800 in the light theme. */
const SCREEN = { width: 1_280, height: 800 };

function matches(query: string): boolean {
  const minWidthRem = /min-width: (\d+)rem/.exec(query)?.[1];
  return minWidthRem !== undefined && Number(minWidthRem) * 16 <= SCREEN.width;
}

window.matchMedia = (query) =>
  Object.assign(new EventTarget(), { matches: matches(query), media: query }) as unknown as MediaQueryList;

window.ResizeObserver = class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};

Object.defineProperties(HTMLElement.prototype, {
  clientWidth: { configurable: true, value: SCREEN.width },
  clientHeight: { configurable: true, value: SCREEN.height },
});
Element.prototype.scrollIntoView = () => {};
HTMLElement.prototype.showPopover = () => {};
HTMLElement.prototype.hidePopover = () => {};
Element.prototype.hasPointerCapture = () => false;
Element.prototype.releasePointerCapture = () => {};
Object.assign(globalThis, { __VERSION__: '1.2.3', __REPOSITORY_URL__: 'https://example.test/repository' });

beforeAll(() => network.listen({ onUnhandledRequest: 'error' }));
afterAll(() => network.close());
afterEach(() => {
  localStorage.clear();
  document.documentElement.className = '';
});
