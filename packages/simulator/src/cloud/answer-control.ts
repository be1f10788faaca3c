import { z } from 'zod';
import type { CallBook, CallCounts } from './call-book.ts';
import { type CloudFault, faultsSchema, type Provider, providers } from './fault.ts';
import type { FaultDesk } from './fault-desk.ts';
import { truthsSchema } from './known-photo.ts';
import { type CloudReply, type CloudRequest, parseJson, reply } from './protocol.ts';
import { type ModelErrors, modelErrorsSchema } from './see-shelf.ts';
import type { TruthBook } from './truth-book.ts';

export interface SandboxState {
  truths: number;
  errors: ModelErrors;
  /** `isOn`: a fault that comes and goes by a schedule is on at the moment. */
  providers: Record<Provider, CallCounts & { fault: CloudFault | null; isOn: boolean }>;
}

export interface ControlTools {
  truths: TruthBook;
  desk: FaultDesk;
  book: CallBook;
  errors: { read(): ModelErrors; change(errors: ModelErrors): void };
}

/**
 * The sandbox's own endpoints: `GET /sandbox`, `PUT /sandbox/truths`, `PUT /sandbox/faults`, `PUT /sandbox/errors`. Only
 * JSON is taken: no page of a browser can send it here unasked.
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
      return taken(truthsSchema, json, ({ truths }) => {
        for (const truth of truths) tools.truths.add(truth);
        return { held: tools.truths.size() };
      });
    case '/sandbox/faults':
      return taken(faultsSchema, json, (faults) => {
        for (const provider of providers) {
          const fault = faults[provider];
          if (fault !== undefined) tools.desk.set(provider, fault);
        }
        return stateOf(tools).providers;
      });
    case '/sandbox/errors':
      return taken(modelErrorsSchema, json, (errors) => {
        tools.errors.change(errors);
        return errors;
      });
    default:
      return reply(404, { error: `nothing is at ${path}` });
  }
}

function taken<T extends z.ZodType>(
  schema: T,
  json: unknown,
  take: (value: z.output<T>) => unknown,
): CloudReply {
  const parsed = schema.safeParse(json);
  return parsed.success
    ? reply(200, take(parsed.data))
    : reply(400, { error: z.prettifyError(parsed.error) });
}

export function stateOf({ truths, desk, book, errors }: ControlTools): SandboxState {
  const of = (provider: Provider) => ({ ...book.counts(provider), ...desk.state(provider) });
  return {
    truths: truths.size(),
    errors: errors.read(),
    providers: { rekognition: of('rekognition'), vertex: of('vertex'), kserve: of('kserve') },
  };
}
