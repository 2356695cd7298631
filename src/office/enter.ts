import { eventParam } from '../events/params.ts';
import { replySentence, type Replies } from '../events/replies.ts';
import { command, type Command } from '../kernel/command.ts';
import { human } from '../view/language.ts';
import { desk } from './desk.ts';
import { answerWord } from './list.ts';
import { channelParam, nameParam, whoParam, wishParam } from './params.ts';
import { record } from './record.ts';
import { proposeForEntered } from './same-person.ts';

/** `/erfassen Telefon 4 Frau K.`: a reply that reached the office another way. It counts the same and keeps its origin. */
export function enterCommand(replies: Replies): Command {
  return command({
    name: 'erfassen', aliases: ['enter'], who: 'staff', menu: 'help', where: 'private',
    params: { event: eventParam, channel: channelParam, wish: wishParam, name: nameParam, who: whoParam },
    run: async (turn, { event, channel, wish, name, who }) => {
      const personId = who ?? turn.house.ids.id();
      if (who === null) turn.unit.people.putPerson({ id: personId, name, language: null, noticeAt: null, createdAt: turn.now });
      const result = await replies.set(turn, event, wish, { personId, channel, enteredBy: await turn.person(), stranger: who === null });
      if (result.kind === 'refused') {
        if (who === null) turn.unit.people.removePerson(personId);
        return turn.answer(await replySentence(turn, desk, event, result, 0));
      }
      await record(turn, 'reply.entered', { subjectId: personId, eventKey: event.key, details: { channel, answer: wish.answer, persons: result.rsvp.partySize } });
      if (who === null) await proposeForEntered(turn, event.key, personId, name);
      const answer = [answerWord(turn, result.rsvp), ...(result.rsvp.timeliness === 'LATE' ? [turn.t('list-late')] : [])].join(', ');
      turn.answer(turn.t('entered', { name: human(name), channel: turn.t(`channel-${channel.toLowerCase()}`), answer }));
    },
  });
}
