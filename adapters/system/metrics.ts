import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Instant } from '../../src/kernel/time.ts';
import type { CallKind, Metrics, Pulse } from '../../src/ports/metrics.ts';
import type { Store } from '../../src/ports/store.ts';

export interface PrometheusMetrics extends Metrics {
  /** Where the gauges look whenever somebody asks. */
  watch(pulse: () => Promise<Pulse>, now: () => Instant, matrix: () => Promise<Readonly<Record<string, number>>>): void;
  /** Everything counted, in Prometheus' text format. */
  exposition(): Promise<{ readonly type: string; readonly body: string }>;
}

const KINDS: readonly CallKind[] = ['ANSWER', 'SAY', 'POST', 'FILE', 'PICTURE', 'DELETE', 'MARK', 'EDIT'];
const QUICK = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
const SLOW = [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3_600, 86_400];

/**
 * Metrics for Prometheus, those of the process among them. Invariant: a label is one of platform, decision, kind,
 * outcome, state and figure, and its values come from closed lists; none can name a person or a chat.
 */
export function createMetrics(): PrometheusMetrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counter = <L extends string = never>(name: string, help: string, ...labelNames: L[]): Counter<L> => new Counter({ name: `miteinander_${name}`, help, labelNames, registers });
  const histogram = <L extends string = never>(name: string, help: string, buckets: number[], ...labelNames: L[]): Histogram<L> =>
    new Histogram({ name: `miteinander_${name}`, help, buckets, labelNames, registers });

  const received = counter('updates_received_total', 'Updates taken into the inbox', 'platform');
  const repeated = counter('updates_repeated_total', 'Updates delivered again that were in the inbox already', 'platform');
  const decided = counter('updates_decided_total', 'Updates worked off', 'platform', 'decision');
  const deciding = histogram('decision_seconds', 'From the receipt of an update to the decision on disk', QUICK, 'platform');
  const late = histogram('due_work_late_seconds', 'How long after it fell due work was done', SLOW);
  const outcomes = counter('calls_total', 'Calls to messengers by what became of them', 'platform', 'kind', 'outcome');
  const givenUp = counter('effects_given_up_total', 'Effects nobody tries again: dead letters, and those of unknown ending', 'platform', 'kind', 'state');
  const touched = counter('card_touches_total', 'Changes times the copies of cards that lack them');
  const saved = counter('edits_saved_total', 'Of these, those that needed no edit of their own');
  const commits = histogram('transaction_seconds', 'From the wish to write to the commit on disk', QUICK);
  let look = async (): Promise<void> => {};
  for (const kind of KINDS) for (const state of ['DEAD', 'UNKNOWN']) givenUp.inc({ platform: 'telegram', kind, state }, 0);

  return {
    received(platform, fresh, again) {
      received.inc({ platform }, fresh);
      repeated.inc({ platform }, again);
    },
    decided(platform, decision, ms) {
      decided.inc({ platform, decision });
      deciding.observe({ platform }, ms / 1_000);
    },
    workedOff: (ms) => late.observe(ms / 1_000),
    outcome: (platform, kind, outcome) => outcomes.inc({ platform, kind, outcome }),
    givenUp: (platform, kind, state) => givenUp.inc({ platform, kind, state }),
    touched: (copies) => touched.inc(copies),
    editsSaved: (copies) => saved.inc(copies),
    committed: (ms) => commits.observe(ms / 1_000),
    watch(pulse, now, matrix) {
      const show = gauges(registry);
      const keys = new Gauge({ name: 'miteinander_matrix', help: 'What the encrypted rooms are like: messages read and not readable, gaps, refused invitations; 1: our device is signed, our keys are backed up', labelNames: ['figure'], registers });
      look = async () => {
        show(await pulse(), now());
        for (const [figure, value] of Object.entries(await matrix())) keys.set({ figure }, value);
      };
    },
    async exposition() {
      await look();
      return { type: registry.contentType, body: await registry.metrics() };
    },
  };
}

function gauges(registry: Registry): (seen: Pulse, now: Instant) => void {
  const gauge = <L extends string = never>(name: string, help: string, ...labelNames: L[]): Gauge<L> => new Gauge({ name: `miteinander_${name}`, help, labelNames, registers: [registry] });
  const undecided = gauge('updates_undecided', 'Updates received and not decided yet');
  const oldest = gauge('oldest_undecided_seconds', 'For how long the first of them has been waiting');
  const dead = gauge('updates_dead', 'Updates of the last week that no code of ours could handle');
  const unsent = gauge('effects_unsent', 'Effects on their way out');
  const due = gauge('oldest_due_seconds', 'For how long the first effect that is due has been waiting');
  const behind = gauge('cards_behind', 'Copies of cards that wait to be drawn');
  const silence = gauge('silence_seconds', 'For how long a messenger has said nothing, not even that there is nothing; -1: since the start', 'platform');
  return (seen, now) => {
    const age = (since: Instant | null): number => (since === null ? 0 : Math.max(0, now - since) / 1_000);
    undecided.set(seen.undecided);
    oldest.set(age(seen.undecidedSince));
    dead.set(seen.dead);
    unsent.set(seen.unsent);
    due.set(age(seen.dueSince));
    behind.set(seen.behind);
    for (const [platform, at] of seen.heard) silence.set({ platform }, at === null ? -1 : age(at));
  };
}

/** The same store, its commits timed. */
export function timed(store: Store, metrics: Pick<Metrics, 'committed'>): Store {
  return {
    async transact(work) {
      const began = performance.now();
      const result = await store.transact(work);
      metrics.committed(performance.now() - began);
      return result;
    },
    view: (work) => store.view(work),
    scrub: () => store.scrub(),
    close: () => store.close(),
  };
}
