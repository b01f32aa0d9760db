import { featuresOf } from '../../../gemini/models/model-features';
import type { Resolved } from '../../protocol-adapter';
import { describeConversations } from '../../testing/describe-conversations';
import type { TranslationPolicy } from '../../translation-policy';
import { OpenaiChatAdapter } from '../openai-chat-adapter';
import { needsOf } from './needs';
import { parseChatRequest } from './parsing/parse-chat-request';
import { aChatRequest } from './testing/chat-requests';

const NOTHING: Resolved = { media: new Map(), signatures: new Map() };
const POLICY: TranslationPolicy = {
  showsThoughts: true,
  thinkingBudgets: { 'gemini-2.5-pro': 1000 },
  safetySettings: [{ category: 'HARM_CATEGORY_HARASSMENT', threshold: 'OFF' }],
};

const adapter = new OpenaiChatAdapter(POLICY);

describeConversations('any chat request', adapter, {
  requests: aChatRequest(),
  fields: [
    'model',
    'messages',
    'tools',
    'n',
    'extra_body',
    'stop',
    'response_format',
    'tool_choice',
    'functions',
  ],
});

describe('a chat request', () => {
  it('keeps JSON as text that is nested too deep to be worked on', () => {
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    const request = parseChatRequest({
      model: 'gemini-2.5-pro',
      messages: [
        { role: 'assistant', tool_calls: [{ id: 'c', function: { name: 'f', arguments: deep } }] },
        { role: 'tool', tool_call_id: 'c', content: deep },
      ],
    });
    const { requests } = adapter.toUpstream(request, NOTHING, featuresOf(request.model));
    expect(requests[0]?.contents.slice(1)).toEqual([
      { role: 'model', parts: [{ functionCall: { name: 'f', args: { _raw: deep } } }] },
      { role: 'user', parts: [{ functionResponse: { name: 'f', response: { output: deep } } }] },
    ]);
  });

  it('asks for the media of instructions that keep their place, and of no others', () => {
    const instruction = (url: string) => ({
      role: 'system',
      content: [{ type: 'image_url', image_url: { url } }],
    });
    const request = parseChatRequest({
      model: 'm',
      messages: [
        instruction('https://a.example/lead'),
        { role: 'user', content: 'Hi' },
        instruction('https://a.example/middle'),
      ],
    });
    expect(needsOf(request)).toEqual([{ kind: 'media', url: 'https://a.example/middle' }]);
  });

  it('has nothing to mend where there are no calls', () => {
    const plain = parseChatRequest({ model: 'm', messages: [{ role: 'user', content: 'Hi' }] });
    expect(adapter.repair(plain, NOTHING, featuresOf('m'))).toBeUndefined();
  });
});
