import { firstLanguage } from '../locales/chosen-language';
import { offline as english } from '../locales/en/frame.json';
import { offline as chinese } from '../locales/zh-CN/frame.json';
import '../main.css';

const LOOK_AGAIN_MS = 5_000;
const language = firstLanguage();
const texts = { en: english, 'zh-CN': chinese }[language];

document.documentElement.lang = language;
for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) {
  element.textContent = texts[element.dataset['text'] as keyof typeof texts];
}

/** Shows what was asked for; this page stands in its place. */
function leave(): void {
  if (location.pathname === '/offline.html') location.replace('/');
  else location.reload();
}

async function leaveIfServed(): Promise<void> {
  if (document.hidden) return;
  const { ok } = await fetch('/health', { cache: 'no-store' }).catch(() => ({ ok: false }));
  if (ok) leave();
}

document.querySelector('button')?.addEventListener('click', leave);
addEventListener('online', () => void leaveIfServed());
document.addEventListener('visibilitychange', () => void leaveIfServed());
setInterval(() => void leaveIfServed(), LOOK_AGAIN_MS);
