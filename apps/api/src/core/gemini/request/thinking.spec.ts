import { thinkingConfigFor, type ThinkingControl, type ThinkingLevel, type ThinkingWish } from './thinking';

const levels = (...known: ThinkingLevel[]): ThinkingControl => ({ kind: 'level', levels: known });
const MINIMAL = levels('MINIMAL', 'LOW', 'MEDIUM', 'HIGH');
const LOW = levels('LOW', 'MEDIUM', 'HIGH');
const XHIGH = levels('LOW', 'MEDIUM', 'HIGH', 'XHIGH');
const PRO: ThinkingControl = { kind: 'budget', min: 128, max: 32_768, isOnByDefault: true };
const FLASH: ThinkingControl = { kind: 'budget', min: 0, max: 24_576, isOnByDefault: true };
const LITE: ThinkingControl = { ...FLASH, isOnByDefault: false };

const level = (thinkingLevel: ThinkingLevel) => ({ thinkingLevel });
const budget = (thinkingBudget: number) => ({ thinkingBudget });

describe('thinkingConfigFor', () => {
  it.each<[string, ThinkingControl, ThinkingWish, object | undefined]>([
    ['none is the lowest level', MINIMAL, { effort: 'none' }, level('MINIMAL')],
    ['none is no lower than the model goes', LOW, { effort: 'none' }, level('LOW')],
    ['minimal is no lower than the model goes', LOW, { effort: 'minimal' }, level('LOW')],
    ['low', LOW, { effort: 'low' }, level('LOW')],
    ['medium', LOW, { effort: 'medium' }, level('MEDIUM')],
    ['high', LOW, { effort: 'high' }, level('HIGH')],
    ['xhigh is no higher than the model goes', LOW, { effort: 'xhigh' }, level('HIGH')],
    ['max is the highest there is', XHIGH, { effort: 'max' }, level('XHIGH')],
    ['none switches off', FLASH, { effort: 'none' }, budget(0)],
    ['none is the least of a model that always thinks', PRO, { effort: 'none' }, budget(128)],
    ['minimal as tokens', PRO, { effort: 'minimal' }, budget(1024)],
    ['low as tokens', PRO, { effort: 'low' }, budget(1024)],
    ['medium as tokens', PRO, { effort: 'medium' }, budget(8192)],
    ['high as tokens', PRO, { effort: 'high' }, budget(24_576)],
    ['max as tokens', PRO, { effort: 'max' }, budget(24_576)],
    ['tokens as they are', PRO, { budget: 2000 }, budget(2000)],
    ['tokens no more than the model takes', PRO, { budget: 99_999 }, budget(32_768)],
    ['tokens no fewer than the model takes', PRO, { budget: 1 }, budget(128)],
    ['the model decides', PRO, { budget: -1 }, budget(-1)],
    ['a level as tokens', FLASH, { level: 'MEDIUM' }, budget(8192)],
    ['no tokens as a level', MINIMAL, { budget: 0 }, level('MINIMAL')],
    ['few tokens as a level', LOW, { budget: 2048 }, level('LOW')],
    ['more tokens as a level', LOW, { budget: 16_384 }, level('MEDIUM')],
    ['many tokens as a level', LOW, { budget: 16_385 }, level('HIGH')],
    ['the model decides about its level', LOW, { budget: -1 }, undefined],
    ['a model without thinking', { kind: 'none' }, { effort: 'high' }, undefined],
  ])('%s', (_, control, wish, config) => {
    expect(thinkingConfigFor(control, wish, false)).toEqual(config);
  });

  it.each<[string, ThinkingControl, ThinkingWish | undefined, boolean]>([
    ['of a model that always thinks', LOW, undefined, true],
    ['of a model that thinks unless told otherwise', FLASH, undefined, true],
    ['not of one that is off', FLASH, { budget: 0 }, false],
    ['not of one that is off by itself', LITE, undefined, false],
    ['of one that is switched on', LITE, { budget: 512 }, true],
    ['not where none was wanted', LOW, { effort: 'none' }, false],
    ['not of one that never thinks', { kind: 'none' }, undefined, false],
  ])('asks for thoughts %s', (_, control, wish, isAsked) => {
    expect(thinkingConfigFor(control, wish, true)?.includeThoughts ?? false).toBe(isAsked);
  });
});
