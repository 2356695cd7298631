import type { Messenger, Outgoing } from './ports/messenger.ts';
import { line, strong, type Document } from './view/document.ts';
import type { Languages } from './view/language.ts';
import { plain } from './view/plain.ts';

/** The word for a rehearsal in every language we carry, the process's own first. */
export function probeMarks(languages: Languages): readonly string[] {
  return [...new Set(languages.all.map((language) => language.t('rehearsal-mark')))];
}

/**
 * The same messenger, but everything it sends says that it is a rehearsal: nobody may take it for the real thing. What
 * says so already, in its own language, stays as it is; a message's language is not known here, so it gets all words.
 */
export function marked(messenger: Messenger, marks: readonly string[]): Messenger {
  return {
    platform: messenger.platform,
    limits: messenger.limits,
    whispersAside: messenger.whispersAside,
    repeatsSafely: messenger.repeatsSafely,
    explainsNumbers: messenger.explainsNumbers,
    onFatal: null,
    isGroup: (chat) => messenger.isGroup(chat),
    decode: (payload) => messenger.decode(payload),
    start: (intake, profiles) => messenger.start(intake, profiles),
    stop: () => messenger.stop(),
    send: (call, name) => messenger.send(markedCall(call, marks), name),
    download: (reference, most, signal) => messenger.download(reference, most, signal),
    deepLink: (payload) => messenger.deepLink(payload),
  };
}

function markedCall(call: Outgoing, marks: readonly string[]): Outgoing {
  const mark = marks.join(' · ');
  switch (call.op) {
    case 'post':
    case 'edit':
    case 'whisper':
    case 'poll':
    case 'endPoll':
      return { ...call, document: markedDocument(call.document, marks) };
    case 'file':
      return { ...call, caption: call.caption === null ? mark : `${mark}\n${call.caption}` };
    case 'picture':
      return { ...call, alt: `${mark}\n${call.alt}` };
    case 'answer':
      return { ...call, text: `${mark}: ${call.text}` };
    case 'mark':
    case 'delete':
      return call;
    default:
      return call satisfies never;
  }
}

function markedDocument(document: Document, marks: readonly string[]): Document {
  const begins = plain(document);
  if (marks.some((mark) => begins.startsWith(mark))) return document;
  return { blocks: [line(strong(marks.join(' · '))), ...document.blocks] };
}
