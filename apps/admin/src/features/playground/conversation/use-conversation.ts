import { useEffect, useReducer, useRef } from 'react';
import { sendCall } from '../exchange/send-call';
import type { AnswerPiece, Chat, ChatCall, ProtocolId, UserTurn } from '../protocols/chat';
import { PROTOCOLS } from '../protocols/protocols';
import { conversationAfter, NEW_CONVERSATION, type Conversation, type Draft } from './conversation';

export interface UsedConversation {
  conversation: Conversation;
  isBusy: boolean;
  /** The request that would be sent now. */
  callWith: (draft: Draft) => ChatCall;
  write: (draft: Partial<Draft>) => void;
  send: () => void;
  /** Ends the answer that is on its way; what has come of it stays. */
  stop: () => void;
  clear: () => void;
}

/** A conversation through the gateway's client routes. It is lost with the page. */
export function useConversation(settings: Omit<Chat, 'turns'>): UsedConversation {
  const [conversation, dispatch] = useReducer(conversationAfter, NEW_CONVERSATION);
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const callWith = (draft: Draft): ChatCall =>
    toCall({ ...settings, turns: [...conversation.turns, toTurn(draft)] });

  const send = async (): Promise<void> => {
    const controller = new AbortController();
    running.current = controller;
    const call = callWith(conversation.draft);
    const startedMs = performance.now();
    const totalMs = (): number => performance.now() - startedMs;
    dispatch({ kind: 'sent', turn: toTurn(conversation.draft), call, atMs: Date.now() });
    try {
      await sendCall(call, controller.signal, {
        onHead: (head) => dispatch({ kind: 'answered', head }),
        onFrame: (frame) => dispatch({ kind: 'heard', frame, piece: pieceOf(call.protocol, frame.data) }),
      });
      dispatch({ kind: 'ended', totalMs: totalMs() });
    } catch {
      dispatch({ kind: controller.signal.aborted ? 'stopped' : 'lost', totalMs: totalMs() });
    }
  };

  return {
    conversation,
    isBusy: conversation.answer !== undefined,
    callWith,
    write: (draft) => dispatch({ kind: 'drafted', draft }),
    send: () => void send(),
    stop: () => running.current?.abort(),
    clear: () => {
      running.current?.abort();
      dispatch({ kind: 'cleared' });
    },
  };
}

const toCall = (chat: Chat): ChatCall => PROTOCOLS[chat.protocol].toCall(chat);

function toTurn({ text, pictures }: Draft): UserTurn {
  return { role: 'user', text: text.trim(), pictures: [...pictures] };
}

/** `[DONE]` and what a proxy may have put in are no JSON, and say nothing. */
function pieceOf(protocol: ProtocolId, data: string | undefined): AnswerPiece {
  if (data === undefined) return {};
  try {
    return PROTOCOLS[protocol].read(JSON.parse(data));
  } catch {
    return {};
  }
}
