import { z } from 'zod';
import type { CallCounter, CallCounts } from './call-counter.ts';
import { type CloudFault, faultsSchema, type Provider, providers } from './fault.ts';
import type { FaultScheduler } from './fault-scheduler.ts';
import { truthsSchema } from './known-photo.ts';
import type { PhotoRegistry } from './photo-registry.ts';
import { type ModelErrors, modelErrorsSchema } from './predict-boxes.ts';
import { type CloudReply, type CloudRequest, parseJson, reply } from './protocol.ts';

export interface SandboxState {
  truths: number;
  errors: ModelErrors;
  /** `isOn`: the scheduled fault is active now. */
  providers: Record<Provider, CallCounts & { fault: CloudFault | null; isOn: boolean }>;
}

export interface ControlTools {
  truths: PhotoRegistry;
  scheduler: FaultScheduler;
  counter: CallCounter;
  errors: { read(): ModelErrors; change(errors: ModelErrors): void };
}

/**
 * Answers the sandbox's own endpoints: `GET /sandbox`, `PUT /sandbox/truths`, `PUT /sandbox/faults`, `PUT /sandbox/errors`.
 * Only JSON is accepted, so that no browser page can send a request here unasked.
 */
export function answerControl(request: CloudRequest, tools: ControlTools): CloudReply {
  const { method, path, headers } = request;
  if (method === 'GET' && path === '/sandbox') return reply(200, stateOf(tools));
  if (method !== 'PUT')
    return reply(405, { error: 'GET /sandbox, or PUT to truths, faults or errors below it' });
  if (!/^application\/json\b/.test(headers['content-type'] ?? ''))
    return reply(415, { error: 'content-type must be application/json' });
  const json = parseJson(request.body);
  switch (path) {
    case '/sandbox/truths':
      return applyJson(truthsSchema, json, ({ truths }) => {
        for (const truth of truths) tools.truths.add(truth);
        return { held: tools.truths.size() };
      });
    case '/sandbox/faults':
      return applyJson(faultsSchema, json, (faults) => {
        for (const provider of providers) {
          const fault = faults[provider];
          if (fault !== undefined) tools.scheduler.set(provider, fault);
        }
        return stateOf(tools).providers;
      });
    case '/sandbox/errors':
      return applyJson(modelErrorsSchema, json, (errors) => {
        tools.errors.change(errors);
        return errors;
      });
    default:
      return reply(404, { error: `nothing is at ${path}` });
  }
}

function applyJson<T extends z.ZodType>(
  schema: T,
  json: unknown,
  apply: (value: z.output<T>) => unknown,
): CloudReply {
  const parsed = schema.safeParse(json);
  return parsed.success
    ? reply(200, apply(parsed.data))
    : reply(400, { error: z.prettifyError(parsed.error) });
}

export function stateOf({ truths, scheduler, counter, errors }: ControlTools): SandboxState {
  const of = (provider: Provider) => ({ ...counter.counts(provider), ...scheduler.state(provider) });
  return {
    truths: truths.size(),
    errors: errors.read(),
    providers: { rekognition: of('rekognition'), vertex: of('vertex'), kserve: of('kserve') },
  };
}
