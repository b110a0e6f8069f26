import { PrometheusSerializer } from '@opentelemetry/exporter-prometheus';
import { AggregationType, MeterProvider, MetricReader } from '@opentelemetry/sdk-metrics';
import type { Metrics } from '../ports/metrics';

/** Collects when it is asked to, and starts no server of its own. */
class OnDemandReader extends MetricReader {
  protected override onForceFlush(): Promise<void> {
    return Promise.resolve();
  }
  protected override onShutdown(): Promise<void> {
    return Promise.resolve();
  }
}

/** Bounds in seconds: a turn takes about a millisecond, a disk that stalls takes up to a second. */
const secondsBounds = [
  0.0005, 0.001, 0.002, 0.004, 0.008, 0.016, 0.032, 0.064, 0.128, 0.256, 0.512, 1, 2, 5,
];

/** Counts by OpenTelemetry, rendered for Prometheus. */
export function createMetrics(): Metrics {
  const reader = new OnDemandReader();
  const provider = new MeterProvider({
    readers: [reader],
    views: [
      {
        instrumentName: 'lumbar_turn_duration_seconds',
        aggregation: {
          type: AggregationType.EXPLICIT_BUCKET_HISTOGRAM,
          options: { boundaries: secondsBounds },
        },
      },
    ],
  });
  const meter = provider.getMeter('lumbar');
  const serializer = new PrometheusSerializer(undefined, false, undefined, true, true);

  const duration = meter.createHistogram('lumbar_turn_duration_seconds', {
    description: 'Time of a turn, from its place in the line of its conversation to its commit',
  });
  const turns = meter.createCounter('lumbar_turns', { description: 'Turns taken' });
  const failures = meter.createCounter('lumbar_turn_failures', {
    description: 'Turns undone by a fault of ours',
  });
  const outcomes = meter.createCounter('lumbar_triage_outcomes', {
    description: 'Triage outcomes told, by tier',
  });
  const flags = meter.createCounter('lumbar_red_flags', {
    description: 'Red flags in outcomes told, by flag',
  });
  const unanswered = meter.createCounter('lumbar_unanswered_questions', {
    description: 'Questions without a sure answer in the knowledge',
  });
  const cases = meter.createCounter('lumbar_cases_opened', {
    description: 'People handed over to a clinician, by tier and reason',
  });
  const ratings = meter.createCounter('lumbar_ratings', { description: 'Ratings, by score' });
  const sockets = meter.createUpDownCounter('lumbar_sockets', {
    description: 'Sockets and streams that are open',
  });

  return {
    turn({ input, seconds, repeated }) {
      turns.add(1, { input, repeated });
      duration.record(seconds);
    },
    turnFailed: () => failures.add(1),
    concluded(outcome) {
      outcomes.add(1, { tier: outcome.tier });
      for (const { id } of outcome.flags) flags.add(1, { flag: id });
    },
    unanswered: () => unanswered.add(1),
    caseOpened: (tier, reason) => cases.add(1, { tier: tier ?? 'none', reason }),
    rated: (score) => ratings.add(1, { score }),
    sockets: (kind, change) => sockets.add(change, { kind }),
    async render() {
      const { resourceMetrics } = await reader.collect();
      return serializer.serialize(resourceMetrics);
    },
  };
}
